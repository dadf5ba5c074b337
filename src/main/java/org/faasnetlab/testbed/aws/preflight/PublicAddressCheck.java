package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerImageFinder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Checks whether a server may have a public address, which service control policies often forbid, by a dry run of its
 * start: EC2 then checks permissions and starts nothing.
 */
final class PublicAddressCheck implements PreflightCheck {
    private static final String WOULD_SUCCEED = "DryRunOperation";
    private final AwsTestbedSettings settings;
    private final @Nullable String subnetId;

    /** @param subnetId the user's public subnet; null for a new one, in place of which the default VPC is used */
    PublicAddressCheck(AwsTestbedSettings settings, @Nullable String subnetId) {
        this.settings = settings;
        this.subnetId = subnetId;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        String image = aws.query(
                "ssm:GetParameter",
                SsmClient.builder(),
                ssm -> new ServerImageFinder(ssm).newest(settings.architecture()));
        try {
            aws.query("ec2:RunInstances", Ec2Client.builder(), ec2 -> ec2.runInstances(dryRun(image)));
            return unknown();
        } catch (QueryFailedException e) {
            if (WOULD_SUCCEED.equals(code(e))) {
                return CheckResult.ok(Phrase.of("Servers may have public addresses."));
            }
            if (e.reason() == AwsAccessException.Reason.DENIED) {
                return CheckResult.problem(
                        Phrase.of(
                                "You are not authorized to start servers with public addresses; a service control policy may forbid them."),
                        Phrase.of("Ask your account administrator, or create the testbed without public servers."));
            }
            return unknown();
        }
    }

    private static CheckResult unknown() {
        return CheckResult.unknown(
                Phrase.of("It is unknown whether servers may have public addresses."),
                Phrase.of("If they may not, AWS reports it when it creates them."));
    }

    private RunInstancesRequest dryRun(String image) {
        return RunInstancesRequest.builder()
                .dryRun(true)
                .imageId(image)
                .instanceType(settings.serverType())
                .minCount(1)
                .maxCount(1)
                .networkInterfaces(InstanceNetworkInterfaceSpecification.builder()
                        .deviceIndex(0)
                        .associatePublicIpAddress(true)
                        .subnetId(subnetId)
                        .build())
                .build();
    }

    private static @Nullable String code(QueryFailedException failure) {
        Throwable access = failure.getCause();
        return access != null
                        && access.getCause() instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                ? answer.awsErrorDetails().errorCode()
                : null;
    }
}
