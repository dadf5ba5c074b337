package org.faasnetlab.testing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.ProfileAccounts;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.lambda.LocalLambdaService;
import org.faasnetlab.testing.function.RealEchoServer;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.local.FunctionZip;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.TestProcesses;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A profile "work" of an account in which a testbed can be measured: stack, versions and bucket are those of an emulator,
 * functions are processes of the function's zip, and iperf3 and echo server are real ones on loopback.
 */
public final class EmulatedTestbed implements AutoCloseable {
    private static final String CONFIG = "aws.configFile";

    private final Path folder;
    private final AwsEmulator emulator;
    private final TestProcesses processes = new TestProcesses();
    private final List<AutoCloseable> servers = new ArrayList<>();
    private final LambdaClient lambda;
    private final LocalLambdaService functions;
    private final AwsEndpointStub front;

    /**
     * @param folder an empty folder
     * @param services what the emulator answers, with what it lacks
     */
    public EmulatedTestbed(Path folder, AwsEmulator emulator, AwsEndpointStub.Services services) throws Exception {
        this.folder = folder;
        this.emulator = emulator;
        lambda = emulator.client(LambdaClient.builder());
        Path task = Files.createDirectory(folder.resolve("task"));
        functions = new LocalLambdaService(
                FunctionZip.unpackedTo(task),
                new LocalTestbedSettings("/no/iperf3/is/installed", null, 10, Duration.ofMinutes(1), folder),
                processes,
                Clock.systemUTC());
        front = new AwsEndpointStub(new ProcessBackedAws(services, lambda, functions, task));
        System.setProperty(
                CONFIG,
                Files.writeString(folder.resolve("config"), """
                                [profile work]
                                region = eu-central-1
                                aws_access_key_id = test
                                aws_secret_access_key = test
                                endpoint_url = %s
                                """.formatted(front.uri()))
                        .toString());
    }

    /** The testbed of this name if its servers and functions are ready. */
    public Optional<AwsTestbedDescription> find(String name) throws Exception {
        return new ProfileAccounts(
                        TestInstallation.built().functionZip(), Clock.systemUTC(), new SecureRandom(), ShortSleeps.OF)
                .in("work", null)
                .find(name)
                .flatMap(TestbedStack::description);
    }

    /** What servers do when they boot: upload their iperf3 for the functions, and listen. */
    public void startServers(AwsTestbedDescription testbed, int listening) throws Exception {
        try (S3Client s3 = emulator.client(S3Client.builder().forcePathStyle(true))) {
            Iperf3ZipBuilder.into(s3, testbed.bucket(), testbed.iperf3Key(), folder);
        }
        String address = testbed.servers().get(0);
        assertThat(address).startsWith("127.");
        servers.add(RealEchoServer.start(
                Files.createDirectory(folder.resolve("echo")),
                probeKey(testbed),
                address,
                AwsTestbedSettings.ECHO_PORT,
                1_000));
        for (int port = 0; port < listening; port++) {
            servers.add(RealIperf3Server.start(address, AwsTestbedSettings.FIRST_PORT + port));
        }
    }

    /** As functions have it: CloudFormation shows no secrets. */
    private String probeKey(AwsTestbedDescription testbed) {
        return lambda.getFunctionConfiguration(request -> request.functionName(testbed.insideFunction()))
                .environment()
                .variables()
                .get("FAASNETLAB_PROBE_KEY");
    }

    /** Closes everything but the emulator. */
    @Override
    public void close() throws Exception {
        System.clearProperty(CONFIG);
        for (AutoCloseable server : servers) {
            server.close();
        }
        front.close();
        functions.close();
        processes.close();
        lambda.close();
    }
}
