package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.testbed.aws.deletion.BlockedAction;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsCommandsTest {
    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
    }

    @Test
    void thePlanSaysWhatIsMadeWhatItCostsAndWhichPolicyIsNeededAndAsksNothing() {
        assertThat(cli.run("aws", "plan", "--profile", "work", "--region", "eu-central-1"))
                .isZero();

        assertThat(aws.calls).containsExactly("in work eu-central-1", "plan false");
        assertThat(cli.out())
                .contains("== Resources: one CloudFormation stack, faasnetlab-lab")
                .contains(" per hour, idle or not; at most ")
                .contains("== IAM policy")
                .contains("Print it with --show-template")
                .doesNotContain("AWSTemplateFormatVersion");
    }

    @Test
    void theTemplateIsPrintedOrWrittenOnRequest() throws Exception {
        Path file = folder.resolve("template.yaml");

        assertThat(cli.run("aws", "plan", "--prices", "--show-template", "--template", file.toString()))
                .isZero();

        assertThat(aws.calls).contains("plan true");
        assertThat(cli.out()).contains("AWSTemplateFormatVersion").contains("Wrote the template to " + file + ".");
        assertThat(Files.readString(file)).contains("AWSTemplateFormatVersion");
    }

    @Test
    void everySettingHasAnOption() {
        cli.run(
                "aws",
                "plan",
                "--testbed",
                "wide",
                "--servers",
                "2",
                "--outside-servers",
                "1",
                "--ports-per-server",
                "50",
                "--server-type",
                "c7gn.2xlarge",
                "--architecture",
                "arm64",
                "--zone",
                "eu-central-1b",
                "--lease",
                "90min",
                "--runtime",
                "java25",
                "--memory",
                "512,1024",
                "--vpc",
                "vpc-01234567",
                "--subnet",
                "subnet-01234567",
                "--route-table",
                "rtb-01234567",
                "--public-subnet",
                "subnet-89abcdef",
                "--permissions-boundary",
                "arn:aws:iam::123456789012:policy/bounds");

        assertThat(cli.err()).isEmpty();
        assertThat(aws.settings).singleElement().satisfies(settings -> {
            assertThat(settings.name()).isEqualTo("wide");
            assertThat(settings.servers()).isEqualTo(2);
            assertThat(settings.outsideServers()).isEqualTo(1);
            assertThat(settings.portsPerServer()).isEqualTo(50);
            assertThat(settings.serverType()).isEqualTo("c7gn.2xlarge");
            assertThat(settings.architecture()).isEqualTo(Architecture.ARM64);
            assertThat(settings.zone()).isEqualTo("eu-central-1b");
            assertThat(settings.lease()).isEqualTo(Duration.ofMinutes(90));
            assertThat(settings.runtime()).isEqualTo("java25");
            assertThat(settings.memoryMb()).isEqualTo(512);
            assertThat(settings.permissionsBoundary()).isEqualTo("arn:aws:iam::123456789012:policy/bounds");
            assertThat(settings.network())
                    .isEqualTo(new AwsNetwork.ExistingSubnet(
                            "vpc-01234567", "subnet-01234567", "rtb-01234567", "subnet-89abcdef"));
        });
    }

    @Test
    void anArmTestbedHasServersOfThatKind() {
        cli.run("aws", "plan", "--architecture", "arm64");

        assertThat(aws.settings).extracting(settings -> settings.serverType()).containsExactly("c7gn.xlarge");
    }

    @Test
    void aGravitonTypeBringsItsProcessor() {
        cli.run("aws", "plan", "--server-type", "c7gn.4xlarge");

        assertThat(aws.settings).extracting(settings -> settings.architecture()).containsExactly(Architecture.ARM64);
    }

    @Test
    void aSetUpWithServersThatNoZoneHasIsRefusedBeforeItIsAskedFor() {
        aws.zonesWithServers = List.of();

        assertThat(cli.run("aws", "setup", "--yes", "--server-type", "c9in.xlarge"))
                .isEqualTo(2);

        assertThat(cli.err())
                .startsWith(
                        "Instance type c9in.xlarge is not offered in any zone of eu-central-1. Choose another type or Region.");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("setUp"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --lease soon                                 | Invalid value --lease=soon: expected 15min to 24h.
            --lease 48h                                  | Invalid lease: 2880 minutes.
            --testbed Lab                                | Invalid testbed name "Lab".
            --servers 9                                  | Invalid number of servers: 9.
            --servers many                               | Invalid value for option '--servers'
            --architecture mips                          | Invalid value --architecture=mips. Specify x86_64 or arm64.
            --vpc-cidr 10.0.0.0/8                        | Invalid value --vpc-cidr=10.0.0.0/8:
            --subnet subnet-01234567                     | Option --subnet does not apply here.
            --vpc vpc-01234567                           | No subnet specified in vpc-01234567.
            --vpc foo                                    | Invalid VPC ID "foo". No subnet specified in foo.
            --vpc foo --route-table rtb-01234567         | Invalid VPC ID "foo". Option --route-table does not apply here.
            --vpc foo --subnet-cidr 10.0.0.0/24          | Invalid VPC ID "foo".
            --vpc foo --subnet bar --route-table rtb-1   | Invalid VPC ID "foo". Invalid subnet ID "bar". Invalid route table ID "rtb-1".
            --permissions-boundary bounds                | Invalid IAM policy ARN "bounds".
            --server-type huge                           | Invalid instance type "huge".
            --server-type c6in.xlage                     | Invalid instance type "c6in.xlage".
            --server-type c7gn.xlarge --architecture x86_64 | c7gn.xlarge has architecture arm64, but the functions have x86_64
            --server-type c6in.xlarge --architecture arm64  | c6in.xlarge has architecture x86_64, but the functions have arm64
            --vpc vpc-01234567 --subnet-cidr 10.0.0.0/40 | Invalid value --subnet-cidr=10.0.0.0/40:
            --memory 64                                  | Invalid memory size: 64 MB.
            """)
    void aSettingThatCannotBeIsWrongInput(String options, String sentence) {
        assertThat(cli.run(("aws plan " + options).split(" "))).isEqualTo(2);

        assertThat(cli.err()).startsWith(sentence);
    }

    @Test
    void profilesAreListedWithTheirWayToSignIn() {
        aws.profiles.add(new AwsProfile("default", "eu-central-1", AwsProfile.SignIn.SSO));
        aws.profiles.add(new AwsProfile("old", null, AwsProfile.SignIn.KEYS));

        assertThat(cli.run("aws", "profiles")).isZero();

        assertThat(cli.out()).isEqualTo("""
                PROFILE  REGION        CREDENTIALS
                default  eu-central-1  IAM Identity Center (SSO)
                old      -             access keys
                """);
    }

    @Test
    void aProblemInPreflightEndsWithOneAndWhatIsUnknownDoesNot() {
        aws.lines.add(new PreflightResult("identity", "Account", PreflightResult.State.OK, "You are ada.", ""));
        aws.lines.add(new PreflightResult("x", "Quota", PreflightResult.State.UNKNOWN, "Not said.", "Ask."));
        assertThat(cli.run("aws", "preflight")).isZero();
        assertThat(cli.out())
                .contains("ok       Account  You are ada.\n")
                .contains("unknown  Quota    Not said.\n                  Ask.\n")
                .endsWith("1 ok, 0 warnings, 0 problems, 1 unknown.\n");

        aws.lines.add(new PreflightResult("y", "Zone", PreflightResult.State.PROBLEM, "No.", "Choose another."));
        assertThat(cli.run("aws", "preflight", "--functions", "20")).isEqualTo(1);
        assertThat(aws.calls).endsWith("preflight 20");
    }

    @Test
    void aSetUpShowsItsCostAsksAndTellsEachStep() {
        cli.terminal = true;
        cli.typed.add("y");

        assertThat(cli.run("aws", "setup", "--profile", "work", "--memory", "1769,512"))
                .isZero();

        assertThat(aws.calls).containsExactly("in work null", "plan true", "setUp lab [1769, 512]");
        assertThat(cli.out())
                .startsWith("Testbed lab in eu-central-1, account 123456789012 as arn:aws:iam::")
                .contains(" per hour, idle or not; at most ")
                .contains("Testbed lab is ready. Its servers terminate at 12:42.")
                .contains("Measure:  faasnetlab run --testbed lab --profile work --preset iperf3-single")
                .contains("Delete:   faasnetlab aws teardown lab --profile work");
        assertThat(cli.err())
                .contains("Create this testbed? [y/N]")
                .contains("  0:00  Network, bucket, and servers: in progress")
                .contains("  0:00    Vpc (AWS::EC2::VPC): ready")
                .contains("  0:00  Network, bucket, and servers: done");
    }

    @Test
    void withoutAYesNothingIsMade() {
        cli.terminal = true;
        cli.typed.add("n");

        assertThat(cli.run("aws", "setup")).isZero();

        assertThat(cli.out()).endsWith("Cancelled. No resources were created.\n");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("setUp"));
    }

    @Test
    void whereNobodyCanBeAskedASetUpNeedsYes() {
        assertThat(cli.run("aws", "setup")).isEqualTo(2);
        assertThat(aws.calls).isEmpty();

        assertThat(cli.run("aws", "setup", "--yes")).isZero();
        assertThat(aws.calls).contains("setUp lab [1769]");
    }

    @Test
    void ctrlCLeavesTheTestbedAndSaysHowToGoOnOrTakeItAway() {
        aws.meanwhile = () -> cli.interrupts.get(0).run();

        assertThat(cli.run("aws", "setup", "--yes", "--region", "eu-central-1")).isEqualTo(130);

        assertThat(cli.err())
                .contains("Resume:   faasnetlab aws setup --continue --testbed lab --region eu-central-1\n")
                .contains("Delete:   faasnetlab aws teardown lab --region eu-central-1\n");
        assertThat(cli.lab.closed).containsExactly("interrupts", "lab");
    }

    @Test
    void aTestbedOfAnotherComputerIsGoneOnWithByItsName() {
        assertThat(cli.run("aws", "setup", "--continue", "--testbed", "other")).isZero();

        assertThat(aws.calls).contains("goOn other [1769]");
    }

    @Test
    void aFailedSetUpRemindsOfWhatCosts() {
        aws.failure = new LabException(LabException.Kind.FAILED, "A server did not start.", "Try again.");

        assertThat(cli.run("aws", "setup", "--yes")).isEqualTo(1);

        assertThat(cli.err())
                .contains(
                        "The resources created so far incur costs until the lease expires. Delete them with: faasnetlab aws teardown lab\n")
                .endsWith("A server did not start. Try again.\n");
    }

    @Test
    void withoutStreamingTheUserIsToldThatFiguresComeLater() {
        aws.streaming = false;

        cli.run("aws", "setup", "--yes");

        assertThat(cli.out()).contains("Lambda response streaming is unavailable: results appear after each trial.\n");
    }

    @Test
    void statusListsTestbedsWithCostLeaseAndNextCommand() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_COMPLETE", RunRowBuilder.STARTED));
        aws.stacks.add(
                ScriptedAwsAccount.stack("old", "ROLLBACK_COMPLETE", RunRowBuilder.STARTED.minusSeconds(10_000)));

        assertThat(cli.run("aws", "status", "--profile", "work")).isZero();

        assertThat(cli.out())
                .contains("TESTBED  STATE", "COST SO FAR", "LEASE EXPIRES")
                .contains("2026-11-23 12:42  faasnetlab aws setup --continue --testbed lab --profile work\n")
                .contains("expired           faasnetlab aws teardown old --profile work\n")
                .contains("excluding tax and discounts.");
    }

    @Test
    void anEmptyRegionIsSaid() {
        assertThat(cli.run("aws", "status", "--testbed", "lab")).isZero();

        assertThat(cli.out()).isEqualTo("No testbed \"lab\" in eu-central-1. Create one with: faasnetlab aws setup\n");
    }

    @Test
    void aTeardownEndsWithWhatIsLeftNothing() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_COMPLETE", RunRowBuilder.STARTED));

        assertThat(cli.run("aws", "teardown", "lab", "--yes")).isZero();

        assertThat(cli.out())
                .contains("All resources of faasnetlab-lab are deleted.\n")
                .contains("Total server cost: about $");
        assertThat(cli.err()).contains("Terminate servers: done, none running");
    }

    @Test
    void whatIsLeftIsListedWithTheReasonAndEndsWithOne() {
        aws.report = new DeletionReport(
                "faasnetlab-lab",
                List.of(new LeftoverResource("bucket", "b-1")),
                List.of(),
                List.of(new BlockedAction("s3:DeleteBucket", "Access denied.", "Ask.")));

        assertThat(cli.run("aws", "teardown", "--testbed", "lab", "--yes")).isEqualTo(1);

        assertThat(cli.out())
                .contains("1 resource of faasnetlab-lab is left.\n  bucket b-1\n")
                .contains("s3:DeleteBucket: Access denied. Ask.\n")
                .endsWith("Resume:  faasnetlab aws teardown lab\n");
    }

    @Test
    void aTeardownAsksAndCtrlCSaysHowToGoOn() {
        assertThat(cli.run("aws", "teardown", "lab")).isEqualTo(2);
        assertThat(cli.run("aws", "teardown")).isEqualTo(2);
        assertThat(cli.run("aws", "teardown", "*", "--yes")).isEqualTo(2);
        assertThat(aws.calls).isEmpty();

        cli.terminal = true;
        cli.typed.add("");
        assertThat(cli.run("aws", "teardown", "lab")).isZero();
        assertThat(cli.out()).endsWith("Cancelled. No resources were deleted.\n");

        cli.typed.add("yes");
        aws.meanwhile = () -> cli.interrupts.get(0).run();
        assertThat(cli.run("aws", "teardown", "lab")).isEqualTo(130);
        assertThat(cli.err()).endsWith("Resume:  faasnetlab aws teardown lab\n");
    }

    @Test
    void aRunOnATestbedLeavesTheSimulatedNetworkOutAndTheTestbedThere() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_COMPLETE", RunRowBuilder.STARTED));
        aws.testbed = cli.lab.testbed(new TestbedLimits(10, Duration.ZERO, Duration.ZERO, ResponseMode.BUFFERED));

        assertThat(cli.run("run", "--testbed", "lab", "--profile", "work", "--outside", "--preset", "iperf3-single"))
                .isZero();

        assertThat(aws.calls).contains("in work null", "open lab true");
        assertThat(cli.lab.started())
                .singleElement()
                .satisfies(plan -> assertThat(Setting.LINK.read(plan)).isEqualTo("unlimited"));
        assertThat(cli.out())
                .contains("Ignoring the simulated network of this plan: AWS testbeds use the real network.\n")
                .contains("Lambda response streaming is unavailable: results appear after each trial.\n")
                .contains("On AWS, the functions and their S3 requests would cost about ")
                .contains("Testbed lab still exists; its servers terminate in 1 h 59 min. Server cost so far: $")
                .endsWith("Delete it with: faasnetlab aws teardown lab --profile work\n");
        assertThat(cli.lab.closed).containsExactly("testbed", "lab", "interrupts");
        assertThat(cli.lab.asked()).isEmpty();
    }

    @Test
    void aRunForWhichThereIsNoRoomIsRefusedBeforeTheTestbedIsOpened() {
        aws.noRoom = new LabException(
                LabException.Kind.FAILED,
                "10,000 functions at once are more than there is room for.",
                "Set functions to 100.");

        assertThat(cli.run("run", "--testbed", "lab", "-p", "iperf3-concurrent", "-s", "functions=4,10000"))
                .isEqualTo(1);

        assertThat(cli.err())
                .startsWith("10,000 functions at once are more than there is room for. Set functions to 100.");
        assertThat(aws.calls).containsExactly("in null null", "requireRoom lab false 10000 iperf3");
        assertThat(cli.lab.started()).isEmpty();
    }

    @Test
    void aRunCountsAlthoughAwsDoesNotSayWhatItsTestbedCosts() {
        aws.testbed = cli.lab.testbed(new TestbedLimits(10, Duration.ZERO, Duration.ZERO));
        aws.findFailure = new LabException(
                LabException.Kind.FAILED, "AWS is not reachable from this computer.", "Check the network.");

        assertThat(cli.run("run", "--testbed", "lab", "--preset", "iperf3-single"))
                .isZero();

        assertThat(cli.out())
                .contains("Testbed lab still exists; its cost is unknown. AWS is not reachable from this computer.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--outside, require an AWS testbed",
        "--profile work, require an AWS testbed",
        "--testbed lab --ports 5201-5210, apply only to the local testbed"
    })
    void optionsOfTheOtherTestbedAreRefused(String options, String sentence) {
        assertThat(cli.run(("run --preset iperf3-single " + options).split(" ")))
                .isEqualTo(2);

        assertThat(cli.err()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "preflight", "setup", "status", "teardown"})
    void theGuideNamesEveryOption(String command) throws Exception {
        String guide = Files.readString(Path.of("docs/user-guide.md")).split("\n## Testbeds on AWS\n")[1];
        assertThat(cli.run("aws", command, "--help")).isZero();

        assertThat(guide).contains("| `aws " + command);
        assertThat(Pattern.compile("^ +(?:-h, )?(--[a-z-]+)", Pattern.MULTILINE)
                        .matcher(cli.out())
                        .results()
                        .map(option -> option.group(1))
                        .filter(option -> !List.of("--help", "--data").contains(option)))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(guide).contains(option));
    }

    @Test
    void thePolicyIsWrittenAsItIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("policy.json");

        assertThat(cli.run("aws", "plan", "--policy", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(file).content().isEqualTo(UserPolicy.text());
        assertThat(cli.out()).contains("Wrote the policy to " + file + ".");
        assertThat(cli.run("aws", "plan", "--policy", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void ctrlCWhileATestbedIsOpenedEndsAtOnce() {
        aws.meanwhile = () -> cli.interrupts.get(0).run();

        assertThat(cli.run("run", "--testbed", "lab", "-p", "iperf3-single")).isEqualTo(ExitCode.STOPPED);
        assertThat(cli.err()).isEqualTo("Cancelled before anything was measured.\n");
        assertThat(cli.lab.closed).containsExactly("lab", "interrupts");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void withoutAWordWhatToDoTheWordsAreListed() {
        assertThat(cli.run("aws")).isEqualTo(2);

        assertThat(cli.err())
                .startsWith("Missing command: specify profiles, plan, preflight, setup, status, or teardown.");
    }
}
