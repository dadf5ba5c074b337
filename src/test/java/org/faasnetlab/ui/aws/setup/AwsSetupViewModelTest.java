package org.faasnetlab.ui.aws.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.testing.ui.FakeAwsTestbeds;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.testing.ui.InMemoryTestbedMemory;
import org.faasnetlab.testing.ui.ManualTicker;
import org.faasnetlab.ui.aws.AccountStatus;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.aws.ActiveTestbeds;
import org.faasnetlab.ui.aws.AwsTestbedJob;
import org.faasnetlab.ui.aws.AwsTestbedJob.Phase;
import org.faasnetlab.ui.aws.setup.AwsNetworkChoices.Kind;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.wizard.WizardStepState;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsSetupViewModelTest {
    @TempDir
    Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private FakeAwsTestbeds aws;
    private AccountViewModel account;
    private AwsTestbedJob job;
    private AwsSetupViewModel model;

    @BeforeEach
    void open() {
        FakeLabWithStore lab = new FakeLabWithStore(folder);
        aws = lab.aws().testbeds();
        account = new AccountViewModel(lab, tasks);
        job = new AwsTestbedJob(
                tasks, new ActiveTestbeds(new InMemoryTestbedMemory()), Clock.systemUTC(), new ManualTicker());
        model = new AwsSetupViewModel(account, job, tasks);
    }

    @Test
    void defaultsLeadToTestbedInRegionOfFirstProfile() {
        model.open();
        next(6);

        assertThat(aws.account()).isEqualTo("research-sso");
        assertThat(aws.created()).containsExactly(AwsTestbedSettings.defaults("lab", "eu-central-1a"));
        assertThat(model.step().get()).isEqualTo(AwsSetupStep.CREATE);
        assertThat(job.phase().get()).isEqualTo(Phase.READY);
    }

    @Test
    void everyChoiceReachesTheTestbed() {
        model.open();
        model.name().text().set("burst");
        model.network().kind().set(Kind.NEW_SUBNET);
        model.network().vpcId().text().set("vpc-0123456789abcdef0");
        model.network().subnetBlock().text().set("172.31.200.0/24");
        model.network().publicSubnetId().text().set("subnet-0123456789abcdef0");
        model.network().zone().text().set("eu-central-1b");
        model.servers().count().text().set("2");
        model.servers().ports().text().set("64");
        model.servers().lease().text().set("60");
        model.servers().publicServers().wantedProperty().set(true);
        model.servers().publicServers().field().text().set("2");
        model.functions().runtime().set("java25");
        model.functions().architecture().set(Architecture.ARM64);
        model.functions().memory().text().set("512, 3008");
        model.functions().boundary().text().set(" arn:aws:iam::123456789012:policy/bounds ");

        next(6);

        assertThat(aws.created())
                .containsExactly(AwsTestbedSettings.defaults("burst", "eu-central-1b").toBuilder()
                        .servers(2)
                        .outsideServers(2)
                        .portsPerServer(64)
                        .serverType("c7gn.xlarge")
                        .network(new AwsNetwork.NewSubnet(
                                "vpc-0123456789abcdef0", Cidr.parse("172.31.200.0/24"), "subnet-0123456789abcdef0"))
                        .lease(Duration.ofMinutes(60))
                        .runtime("java25")
                        .memoryMb(512)
                        .permissionsBoundary("arn:aws:iam::123456789012:policy/bounds")
                        .build());
        assertThat(model.functions().memorySizes()).containsExactly(512, 3008);
    }

    @Test
    void withoutAnAccountThePlanIsShownButNothingIsCreated() {
        aws.failNext(new LabException(LabException.Kind.FAILED, "Your sign-in has expired.", "Run aws sso login."));
        model.open();
        assertThat(account.status().get()).isInstanceOf(AccountStatus.Failed.class);
        account.region().text().set("us-west-2");

        next(6);

        assertThat(model.step().get()).isEqualTo(AwsSetupStep.REVIEW);
        assertThat(model.nextBlockedReason().getValue()).contains("check the account");
        assertThat(model.review().problem().get()).isNull();
        assertThat(model.review().checks()).isEmpty();
        assertThat(Objects.requireNonNull(model.review().plan().get()).cost()).contains("per hour");
        assertThat(model.settings().orElseThrow().zone()).isEqualTo("us-west-2a");

        account.check();
        model.checkAgain();
        assertThat(model.nextBlockedReason().getValue()).isEmpty();
        assertThat(model.review().checks()).hasSize(4);
    }

    @Test
    void otherRegionMustBeCheckedAndHasItsOwnZones() {
        model.open();
        account.region().text().set("us-west-2");
        assertThat(account.status().get()).isInstanceOf(AccountStatus.Unknown.class);

        account.check();

        assertThat(model.network().zone().text().get()).isEqualTo("us-west-2a");
    }

    @Test
    void zoneThatOffersServersIsSelected() {
        model.open();
        assertThat(model.offers().zones()).containsExactly("eu-central-1a", "eu-central-1b", "eu-central-1c");

        next(2);
        model.servers().type().text().set("c6in.24xlarge");
        next(1);

        assertThat(model.offers().zones()).containsExactly("eu-central-1b", "eu-central-1c");
        assertThat(model.network().zone().text().get()).isEqualTo("eu-central-1b");
        assertThat(model.offers().message().get())
                .isEqualTo("c6in.24xlarge is offered in eu-central-1b, eu-central-1c.");
    }

    @Test
    void typedZoneIsKeptAlthoughItOffersNoServers() {
        model.open();
        next(1);
        model.network().zone().text().set("eu-central-1c");
        next(1);
        model.network().zone().text().set("eu-central-1a");
        model.network().zone().text().set("eu-central-1d");
        model.servers().type().text().set("c6in.24xlarge");
        next(1);

        assertThat(model.network().zone().text().get()).isEqualTo("eu-central-1d");
    }

    @Test
    void serversAndFunctionsHaveTheArchitectureChosenLast() {
        model.servers().type().text().set("c7gn.4xlarge");
        assertThat(model.functions().architecture().get()).isEqualTo(Architecture.ARM64);

        model.functions().architecture().set(Architecture.X86_64);
        assertThat(model.servers().type().text().get()).isEqualTo("c6in.xlarge");
    }

    @Test
    void unavailableServerTypeIsReportedAtField() {
        model.open();
        next(2);
        model.servers().type().text().set("c9in.xlarge");

        next(1);

        assertThat(model.step().get()).isEqualTo(AwsSetupStep.SERVERS);
        assertThat(model.servers().type().shownProblem().getValue())
                .startsWith("c9in.xlarge is not offered in any zone of the Region.");

        model.servers().type().text().set("c6in.large");
        next(1);
        assertThat(model.step().get()).isEqualTo(AwsSetupStep.FUNCTIONS);
    }

    @Test
    void costNamesSourceOfPrices() {
        model.open();

        assertThat(model.cost().getValue()).contains(" per hour, ", "Prices from ", "us-east-1", "excluding tax");
    }

    @Test
    void invalidSubnetIsReportedAtFieldAfterEditing() {
        model.open();
        next(1);
        model.network().subnetBlock().text().set("10.90.0.0/24");
        assertThat(model.network().subnetBlock().shownProblem().getValue()).isEmpty();

        next(1);

        assertThat(model.step().get()).isEqualTo(AwsSetupStep.NETWORK);
        assertThat(model.network().subnetBlock().shownProblem().getValue()).contains("not within the VPC");

        model.network().vpcBlock().text().set("10.90.0.0/22");
        assertThat(model.network().subnetBlock().shownProblem().getValue()).isEmpty();
    }

    @Test
    void fieldsOfOtherNetworkKindsDoNotBlock() {
        model.open();
        next(1);
        model.network().vpcId().text().set("nonsense");

        next(1);

        assertThat(model.step().get()).isEqualTo(AwsSetupStep.SERVERS);
    }

    @Test
    void invalidSettingIsReportedAsOnCommandLine() {
        model.name().text().set("My Lab");
        model.name().touch();

        assertThat(model.name().shownProblem().getValue()).startsWith("Invalid testbed name \"My Lab\".");
    }

    @Test
    void invalidPermissionsBoundaryIsReportedAtField() {
        model.functions().boundary().text().set("bounds");
        model.functions().boundary().touch();

        assertThat(model.functions().boundary().shownProblem().getValue())
                .startsWith("Invalid IAM policy ARN \"bounds\".");
    }

    @Test
    void memorySizesOutOfLambdasRangeAreRefused() {
        model.functions().memory().text().set("128, 20000");

        assertThat(model.functions().valid()).isFalse();
    }

    @Test
    void costFollowsValidChoices() {
        model.open();
        String text = model.cost().getValue();
        model.servers().count().text().set("2");

        assertThat(text).startsWith("$0.2").contains("120 min");
        assertThat(model.cost().getValue()).startsWith("$0.4");

        model.servers().count().text().set("none");
        assertThat(model.cost().getValue()).isEmpty();
    }

    @Test
    void reviewShowsChecksAndPlanAndProblemsDoNotBlock() {
        model.open();
        next(5);

        assertThat(model.review().checks()).hasSize(4).allMatch(row -> row.found() != null);
        assertThat(Objects.requireNonNull(model.review().plan().get()).cost())
                .contains("per hour")
                .contains(" for 8 functions with 1,769 MB");
        assertThat(model.nextBlockedReason().getValue()).isEmpty();
    }

    @Test
    void costInTheReviewIsThatOfTheRequestedFunctions() {
        model.open();
        model.functions().atMost().text().set("3");
        next(5);

        assertThat(Objects.requireNonNull(model.review().plan().get()).cost()).contains(" for 3 functions ");
    }

    @Test
    void planIsSavedAsFiles() {
        model.open();
        next(5);

        model.review().save(folder);

        assertThat(folder.resolve(AwsReviewViewModel.TEMPLATE_FILE)).content().contains("AWS::EC2::Instance");
        assertThat(folder.resolve(AwsReviewViewModel.POLICY_FILE)).content().contains("\"Statement\"");
        assertThat(folder.resolve(AwsReviewViewModel.PLAN_FILE)).content().contains("faasnetlab-lab");
    }

    @Test
    void unwritableFolderIsReported() {
        model.open();
        next(5);

        model.review().save(folder.resolve("not-there"));

        assertThat(model.review().problem().get())
                .isInstanceOf(LabException.class)
                .hasMessageContaining(folder.resolve("not-there").toString());
    }

    @Test
    void topologyFillsInAsStepsAreVisited() {
        model.open();
        assertThat(model.topology().getValue().servers().chosen()).isFalse();

        next(2);
        model.servers().publicServers().wantedProperty().set(true);

        AwsTopologyPane.Topology picture = model.topology().getValue();
        assertThat(picture.around()).contains("10.83.0.0/22", "eu-central-1a");
        assertThat(picture.servers().chosen()).isTrue();
        assertThat(picture.servers().detail()).contains("c6in.xlarge");
        assertThat(picture.outside().title()).isNotEmpty();
        assertThat(picture.bucket().chosen()).isFalse();
    }

    @Test
    void stepsAreLockedDuringCreation() {
        model.open();
        next(6);

        model.goTo(AwsSetupStep.NETWORK);

        assertThat(model.step().get()).isEqualTo(AwsSetupStep.CREATE);
        assertThat(model.state(AwsSetupStep.REVIEW)).isEqualTo(WizardStepState.DONE);
    }

    @Test
    void wizardCanBeOpenedAgain() {
        model.open();
        next(6);
        model.open();
        model.name().text().set("second");

        next(6);

        assertThat(aws.created().stream().map(AwsTestbedSettings::name).toList())
                .isEqualTo(List.of("lab", "second"));
    }

    private void next(int times) {
        for (int i = 0; i < times; i++) {
            model.next();
        }
    }
}
