package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testing.app.AwsCommandLine;
import org.faasnetlab.testing.aws.EmulatedTestbed;
import org.faasnetlab.testing.aws.LocalEmuServer;
import org.faasnetlab.testing.local.TestInstallation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/**
 * Creates, measures on and deletes a testbed with the program's command line in a second emulator of AWS, which, unlike moto,
 * knows wait conditions, masks secrets, and deletes a VPC with an endpoint. It runs no functions: they are processes, as in
 * {@link AwsRunIT}.
 */
@Timeout(240)
@EnabledOnOs(OS.LINUX)
class LocalEmuIT {
    @TempDir
    private Path folder;

    private AwsCommandLine program;
    private LocalEmuServer localEmu;
    private EmulatedTestbed aws;

    @BeforeEach
    void connect() throws Exception {
        program = new AwsCommandLine(
                TestInstallation.built()
                        .functionZip()
                        .toAbsolutePath()
                        .getParent()
                        .getParent(),
                folder.resolve("data"));
        localEmu = LocalEmuServer.start(Files.createDirectory(folder.resolve("localemu")));
        aws = new EmulatedTestbed(folder, localEmu, localEmu.services());
    }

    @AfterEach
    void end() throws Exception {
        if (aws != null) {
            aws.close();
        }
        if (localEmu != null) {
            localEmu.close();
        }
    }

    @Test
    void testbedIsCreatedMeasuredOnAndDeleted() throws Exception {
        program.said(0, "aws", "setup", "--yes", "--profile", "work", "--lease", "1h");
        AwsTestbedDescription testbed = aws.find("lab").orElseThrow();
        aws.startServers(testbed, 1);

        try (CloudFormationClient cloudFormation = localEmu.client(CloudFormationClient.builder())) {
            assertThat(cloudFormation
                            .describeStackResources(request -> request.stackName("faasnetlab-lab"))
                            .stackResources())
                    .extracting(StackResource::logicalResourceId)
                    .contains("Vpc", "S3Endpoint", "Bucket", "Server1Instance", "ServersReady", "InsideFunction");
        }
        assertThat(program.said(
                        0,
                        "run",
                        "--testbed",
                        "lab",
                        "--profile",
                        "work",
                        "--preset",
                        "iperf3-single",
                        "--set",
                        "repeats=1",
                        "--set",
                        "seconds=1"))
                .contains("1/1", "Testbed lab still exists");
        assertThat(program.said(0, "aws", "teardown", "lab", "--profile", "work", "--yes"))
                .contains("All resources of faasnetlab-lab are deleted.");
    }
}
