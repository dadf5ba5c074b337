package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import org.faasnetlab.testing.app.ShippedParts;
import org.faasnetlab.testing.aws.EmulatedAws;
import org.faasnetlab.testing.aws.EmulatedProfiles;
import org.faasnetlab.testing.ui.Screenshots;
import org.faasnetlab.testing.ui.WindowExtension;
import org.faasnetlab.ui.shell.WindowDependencies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The window with everything behind it, from the user's AWS files to an emulated AWS. */
class AwsWindowIT {
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final List<String> FILES = List.of("aws.configFile", "aws.sharedCredentialsFile");

    private static EmulatedAws aws;

    private final Map<String, String> before = FILES.stream()
            .filter(name -> System.getProperty(name) != null)
            .collect(Collectors.toMap(name -> name, System::getProperty));
    private final Screenshots pictures = new Screenshots();
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowExtension window = new WindowExtension(this::parts);

    @BeforeAll
    static void startAws() throws Exception {
        aws = new EmulatedAws(QUICK);
    }

    @AfterAll
    static void stopAws() {
        if (aws != null) {
            aws.close();
        }
    }

    private WindowDependencies parts(Path folder, ExecutorService background) throws IOException {
        Path config = folder.resolve("aws-config");
        Files.writeString(config, EmulatedProfiles.config(aws.uri()));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
        ShippedParts shipped = ShippedParts.in(folder);
        Screenshots.dress(shipped.settingsFile());
        return shipped.parts(UnaryOperator.identity(), background);
    }

    @BeforeEach
    void quicken() {
        aws.pace(QUICK);
    }

    @AfterEach
    void restore() {
        for (String name : FILES) {
            if (before.containsKey(name)) {
                System.setProperty(name, before.get(name));
            } else {
                System.clearProperty(name);
            }
        }
    }

    @Test
    void userCreatesAndDeletesTestbedInWindow() {
        goToReview();
        window.await(() -> window.texts("#preflight .badge").stream().noneMatch("waiting"::equals)
                && window.usable("#check-again"));
        pictures.take("review");
        create();
        window.await(() -> resources().contains("Subnet"));
        pictures.take("creating");
        window.await(() -> window.shown("#job-use"));
        pictures.take("created");
        assertThat(resources()).contains("Server1Instance", "ServersReady", "InsideFunction");
        assertThat(running()).hasSize(1);

        robot.clickOn("#job-close").clickOn("#list-aws");
        window.await(() -> window.shown("#use-lab"));
        pictures.take("list");
        robot.clickOn("#tear-down-lab");
        pictures.take("tear-down-question");
        robot.clickOn("#dialog-yes");
        window.await(() -> resources().contains("Vpc"));
        pictures.take("tearing-down");

        window.await(() -> window.text("#job-outcome").equals("All resources of faasnetlab-lab are deleted."));
        pictures.take("torn-down");
        assertNothingIsLeft();
        robot.clickOn("#job-close");
        window.await(() -> window.shown("#aws-testbeds") && !window.shown("#testbed-lab"));
    }

    @Test
    void failedCreationReportsReasonAndCancelledOneIsRolledBack() {
        aws.failNext("ServersReady", "WaitCondition received failed message: iperf3 could not be installed");
        goToReview();
        create();
        window.await(() -> window.shown("#job-tear-down"));
        assertThat(window.shown("#job-continue")).isFalse();
        pictures.take("failed");
        assertThat(window.texts(".notice .label")).anyMatch(words -> words.contains("iperf3 could not be installed"));
        robot.clickOn("#job-tear-down").clickOn("#dialog-yes");
        window.await(() -> window.text("#job-outcome").equals("All resources of faasnetlab-lab are deleted."));
        robot.clickOn("#job-close");

        aws.pace(Duration.ofSeconds(10));
        goToReview();
        create();
        window.await(() -> resources().contains("Bucket"));
        pictures.take("creating-slowly");
        aws.pace(QUICK);
        robot.clickOn("#job-cancel").clickOn("#dialog-yes");
        window.await(() -> window.shown("#job-close"));
        pictures.take("cancelled");

        assertNothingIsLeft();
    }

    private void goToReview() {
        robot.clickOn("#create-aws-testbed");
        window.await(() -> window.usable("#aws-next"));
        for (String page : List.of("account", "network", "servers", "functions", "storage")) {
            pictures.take(page);
            robot.clickOn("#aws-next");
        }
        window.await(() -> window.shown("#preflight"));
    }

    private void create() {
        window.clickWhenUsable("#aws-next");
        window.await(() -> window.shown("#job-resources"));
    }

    private List<String> resources() {
        TableView<?> table = robot.lookup("#job-resources").queryTableView();
        return table.getItems().stream()
                .map(row -> table.getColumns()
                        .get(0)
                        .getCellObservableValue(table.getItems().indexOf(row)))
                .map(value -> String.valueOf(value.getValue()))
                .toList();
    }

    private List<Instance> running() {
        try (Ec2Client ec2 = aws.moto().client(Ec2Client.builder())) {
            return ec2.describeInstances().reservations().stream()
                    .flatMap(each -> each.instances().stream())
                    .filter(each -> each.state().name() == InstanceStateName.RUNNING)
                    .toList();
        }
    }

    private void assertNothingIsLeft() {
        assertThat(running()).isEmpty();
        try (CloudFormationClient cloudFormation = aws.moto().client(CloudFormationClient.builder());
                LambdaClient lambda = aws.moto().client(LambdaClient.builder());
                IamClient iam = aws.moto().client(IamClient.builder());
                Ec2Client ec2 = aws.moto().client(Ec2Client.builder());
                S3Client s3 = aws.moto().client(S3Client.builder().forcePathStyle(true))) {
            assertThat(cloudFormation.describeStacks().stacks()).isEmpty();
            assertThat(lambda.listFunctions().functions()).isEmpty();
            assertThat(iam.listRoles().roles()).isEmpty();
            assertThat(s3.listBuckets().buckets()).isEmpty();
            assertThat(ec2.describeVpcs(request -> request.filters(
                                    filter -> filter.name("is-default").values("false")))
                            .vpcs())
                    .isEmpty();
        }
    }
}
