package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.ServerTypeFacts;
import org.faasnetlab.testbed.aws.stack.ServerTypes;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Checks whether the zone offers the servers' instance type, and the type has the functions' architecture. */
final class ServerTypeCheck implements PreflightCheck {

    private final AwsTestbedSettings settings;

    ServerTypeCheck(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        String type = settings.serverType();
        try {
            ServerTypes.requireOffered(settings, aws.region(), zonesOffering(type, aws));
        } catch (InvalidTestbedSettingException notOffered) {
            return CheckResult.problem(String.valueOf(notOffered.getMessage()), notOffered.nextStep());
        }
        Optional<ServerTypeFacts> facts = ServerTypeFacts.of(aws, type);
        if (facts.isEmpty() || facts.get().processors().isEmpty()) {
            return CheckResult.unknownServerType(type);
        }
        if (!facts.get().processors().contains(settings.architecture().id())) {
            return CheckResult.problem(
                    type + " has architecture "
                            + String.join(", ", facts.get().processors()) + ", but the functions have "
                            + settings.architecture().id()
                            + "; both must match, as functions run the iperf3 of the servers.",
                    "Choose the same architecture for both.");
        }
        return CheckResult.ok("Zone " + settings.zone() + " offers instance type " + type + ".");
    }

    private static List<String> zonesOffering(String type, AwsQueries aws) throws QueryFailedException {
        return aws.query("ec2:DescribeInstanceTypeOfferings", Ec2Client.builder(), ec2 -> ServerTypes.zones(ec2, type));
    }
}
