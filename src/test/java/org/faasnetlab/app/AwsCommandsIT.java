package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.ProfileAccounts;
import org.faasnetlab.testing.app.AwsCommandLine;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.MotoServices;
import org.faasnetlab.testing.aws.ShortSleeps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Runs the program's command line with a profile whose services are moto's: the life cycle of a testbed from plan to
 * deletion. The stack is in a subnet of the user's, because moto does not delete a stack with an endpoint in a VPC of
 * its own.
 */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class AwsCommandsIT {
    private static final String SECRET = "the-secret-key-of-this-test";
    private static final String CONFIG = "aws.configFile";
    private static final String CREDENTIALS = "aws.sharedCredentialsFile";

    @TempDir
    private Path folder;

    private MotoServer moto;
    private AwsEndpointStub front;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private AwsCommandLine program;

    @BeforeEach
    void connect() throws Exception {
        log.start();
        root().addAppender(log);
        program = new AwsCommandLine(folder.resolve("home"), folder.resolve("data"));
        moto = MotoServer.start();
        front = new AwsEndpointStub(new MotoServices(moto.uri()));
        Path zip = Files.createDirectories(folder.resolve("home/function")).resolve("function.zip");
        Files.write(zip, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        System.setProperty(
                CONFIG,
                Files.writeString(
                                folder.resolve("config"),
                                "[profile work]\nregion = eu-central-1\nendpoint_url = " + front.uri() + "\n")
                        .toString());
        System.setProperty(
                CREDENTIALS,
                Files.writeString(
                                folder.resolve("credentials"),
                                "[work]\naws_access_key_id = AKIDOFTHISTEST\naws_secret_access_key = " + SECRET + "\n")
                        .toString());
    }

    @AfterEach
    void end() {
        root().detachAppender(log);
        System.clearProperty(CONFIG);
        System.clearProperty(CREDENTIALS);
        if (front != null) {
            front.close();
        }
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void testbedLifeCycleFromPlanToDeletion() throws Exception {
        String[] network = AwsCommandLine.inOwnSubnet(moto);
        assertThat(program.said(0, "aws", "profiles")).contains("work     eu-central-1  access keys");

        assertThat(program.said(0, AwsCommandLine.with(network, "aws", "plan"))).contains("faasnetlab-lab", "per hour");
        assertThat(front.requests()).isEmpty();

        program.run(AwsCommandLine.with(network, "aws", "preflight"));
        assertThat(program.out()).contains("Account", "Testbed name", "Permissions");

        assertThat(program.said(0, AwsCommandLine.with(network, "aws", "setup", "--yes")))
                .contains(", account 123456789012")
                .contains("Testbed lab is ready.")
                .contains("Measure:  faasnetlab run --testbed lab --profile work");
        assertThat(program.err()).contains("Network, bucket, and servers: done", "Function test invocations: done");

        assertThat(program.said(0, "aws", "status", "--profile", "work"))
                .contains("lab      ready")
                .contains("faasnetlab run --testbed lab --profile work --preset iperf3-single");

        assertThatItCanBeMeasuredOn();

        assertThat(program.said(0, "aws", "teardown", "lab", "--profile", "work", "--yes"))
                .contains("All resources of faasnetlab-lab are deleted.");
        assertThat(program.said(0, "aws", "status", "--profile", "work")).contains("No testbeds in eu-central-1.");
        assertThatNoSecretIsPrinted();
    }

    private void assertThatItCanBeMeasuredOn() throws Exception {
        ProfileAccounts accounts = new ProfileAccounts(
                folder.resolve("home/function/function.zip"), Clock.systemUTC(), new SecureRandom(), ShortSleeps.OF);
        try (Testbed testbed = accounts.in("work", null).open("lab", false)) {
            assertThat(testbed.environment())
                    .containsEntry("aws.region", "eu-central-1")
                    .containsEntry("aws.zone", "eu-central-1a")
                    .containsEntry("aws.zone-id", "euc1-az1")
                    .containsEntry("aws.concurrency-quota", "1000")
                    .containsEntry("aws.concurrency-unreserved", "1000")
                    .containsEntry(
                            "iperf3.server.command",
                            "/usr/bin/iperf3 --server --port %i --verbose --interval 1 $IPERF3_OPTIONS")
                    .containsEntry("aws.server-type", "c6in.xlarge")
                    .containsEntry("aws.runtime", "java21")
                    .containsEntry("aws.answers", "streamed")
                    .containsEntry("aws.servers", "1")
                    .containsEntry("function.architecture", "x86_64");
            assertThat(testbed.limits().maxFunctions()).isPositive();
        }
    }

    private void assertThatNoSecretIsPrinted() {
        assertThat(program.out() + program.err()).doesNotContain(SECRET);
        assertThat(log.list)
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(SECRET));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
