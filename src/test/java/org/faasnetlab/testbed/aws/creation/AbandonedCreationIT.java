package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionTimeouts;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.ExpiringSignIn;
import org.faasnetlab.testing.aws.FakeSleeper;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.MotoServices;
import org.faasnetlab.testing.aws.UserOwnedSubnet;
import org.faasnetlab.testing.aws.creation.RecordingCreationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A creation that was interrupted is not resumed but deleted, as if on another computer. The testbed is in a subnet of
 * the user's, because moto does not delete a stack with an endpoint in a VPC of its own.
 */
class AbandonedCreationIT {
    @TempDir
    private Path folder;

    private MotoServer moto;
    private AwsEndpointStub endpoint;
    private LambdaInvoker invoker;

    @BeforeEach
    void start() throws Exception {
        moto = MotoServer.start();
        endpoint = new AwsEndpointStub(new MotoServices(moto.uri()));
        invoker = new SdkLambdaInvoker(endpoint.lambda(), ResponseMode.STREAMED, 1);
        Files.write(
                folder.resolve("function.zip"),
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    @AfterEach
    void stop() {
        if (endpoint != null) {
            invoker.close();
            endpoint.close();
        }
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void creationAbandonedAfterAnyChangeIsDeletedCompletely() throws Exception {
        create(settings());
        int changes = (int) endpoint.requests().stream()
                .filter(ExpiringSignIn::changesSomething)
                .count();
        assertThat(changes).isGreaterThan(4);

        for (int change = 0; change < changes; change++) {
            moto.reset();
            AwsTestbedSettings settings = settings();
            endpoint.services(ExpiringSignIn.atChange(moto.uri(), change, true));
            assertThat(catchThrowable(() -> create(settings))).isInstanceOf(AwsAccessException.class);
            endpoint.services(new MotoServices(moto.uri()));

            DeletionReport report = delete(settings.name());

            assertThat(report.isClean())
                    .as("ended after change %d: %s", change, report)
                    .isTrue();
            assertNothingIsLeftButTheUsersSubnet(settings);
        }
    }

    private void create(AwsTestbedSettings settings) throws Exception {
        FakeSleeper sleeper = new FakeSleeper(Instant.now());
        new TestbedCreation(
                        endpoint.account(),
                        folder.resolve("function.zip"),
                        new FunctionProbe(invoker, invoker, endpoint.account().failures(), Clock.systemUTC()),
                        (name, listener) -> {
                            throw new AssertionError("nobody cancels");
                        },
                        new SecureRandom(),
                        sleeper,
                        sleeper::cancellableBy)
                .create(settings, new TreeSet<>(List.of(512)), new RecordingCreationListener(), new Cancellation());
    }

    private DeletionReport delete(String name) throws Exception {
        return new org.faasnetlab.testbed.aws.deletion.TestbedDeletion(
                        endpoint.account(), name, Clock.systemUTC(), time -> {}, DeletionTimeouts.DEFAULT)
                .run(DeletionListener.NONE);
    }

    /** Settings for an existing VPC, subnet and route table of the user's. */
    private AwsTestbedSettings settings() {
        try (Ec2Client ec2 = moto.client(Ec2Client.builder())) {
            return AwsTestbedSettings.defaults("left", "eu-central-1a").toBuilder()
                    .portsPerServer(10)
                    .serverType("c6in.large")
                    .network(UserOwnedSubnet.in(ec2))
                    .lease(Duration.ofHours(1))
                    .build();
        }
    }

    private void assertNothingIsLeftButTheUsersSubnet(AwsTestbedSettings settings) {
        String subnet = ((AwsNetwork.ExistingSubnet) settings.network()).subnetId();
        try (CloudFormationClient cloudFormation = moto.client(CloudFormationClient.builder());
                Ec2Client ec2 = moto.client(Ec2Client.builder());
                LambdaClient lambda = moto.client(LambdaClient.builder());
                IamClient iam = moto.client(IamClient.builder());
                S3Client s3 = moto.client(S3Client.builder().forcePathStyle(true))) {
            assertThat(cloudFormation.describeStacks().stacks()).isEmpty();
            assertThat(lambda.listFunctions().functions()).isEmpty();
            assertThat(iam.listRoles().roles()).isEmpty();
            assertThat(s3.listBuckets().buckets()).isEmpty();
            assertThat(ec2.describeInstances().reservations())
                    .flatMap(reservation -> reservation.instances())
                    .allMatch(server -> server.state().name() == InstanceStateName.TERMINATED);
            assertThat(ec2.describeSubnets().subnets())
                    .extracting(Subnet::subnetId)
                    .contains(subnet);
        }
    }
}
