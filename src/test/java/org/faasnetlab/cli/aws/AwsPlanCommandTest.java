package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsPlanCommandTest {
    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
    }

    @Test
    void planShowsResourcesCostAndPolicyWithoutRequests() {
        assertThat(cli.run("aws", "plan", "--profile", "work", "--region", "eu-central-1"))
                .isZero();

        assertThat(aws.calls).containsExactly("in work eu-central-1", "plan 8 false");
        assertThat(cli.out())
                .contains("== Resources: one CloudFormation stack, faasnetlab-lab")
                .contains(" per hour, idle or not; at most ")
                .contains("== Reason for each statement of the IAM policy")
                .doesNotContain("== IAM policy", "\"Statement\"")
                .contains("Print it with --show-policy, or write it with --policy FILE.")
                .contains("Print it with --show-template")
                .doesNotContain("AWSTemplateFormatVersion");
    }

    @Test
    void planPrintsOrWritesTemplateOnRequest() throws Exception {
        Path file = folder.resolve("template.yaml");

        assertThat(cli.run("aws", "plan", "--prices", "--show-template", "--template", file.toString()))
                .isZero();

        assertThat(aws.calls).contains("plan 8 true");
        assertThat(cli.out()).contains("AWSTemplateFormatVersion").contains("Wrote the template to " + file + ".");
        assertThat(Files.readString(file)).contains("AWSTemplateFormatVersion");
    }

    @Test
    void planShowsTheCostOfTheRequestedFunctions() {
        assertThat(cli.run("aws", "plan", "--functions", "250")).isZero();

        assertThat(cli.out()).contains("$0.33 for 250 functions with 1,769 MB");
    }

    @Test
    void planShowsTheCostOfEveryMemorySizeAndOfPublicTraffic() {
        assertThat(cli.run("aws", "plan", "--functions", "150", "--memory", "128,1769,10240", "--outside-servers", "2"))
                .isZero();

        // 150 x 45 s x 0.125, 1.728 and 10 GB x $0.0000166667, and 150 requests; 150 x 625 Mbit/s x 30 s = 351.6 GB.
        assertThat(cli.out().replaceAll("\\s+", " "))
                .contains("for 150 functions: $0.02 with 128 MB, $0.20 with 1,769 MB, $1.13 with 10,240 MB, 45 s each")
                .contains("about $3.52 for 352 GB, if 150 functions transfer 625 Mbit/s for 30 s")
                .contains("one for each function (only 100 ports for 150 functions: a larger iperf3 trial is rejected")
                .doesNotContain("only 200 ports");
    }

    @Test
    void planNamesNoZoneThatNobodyHasChosen() {
        assertThat(cli.run("aws", "plan", "--region", "eu-central-1")).isZero();
        assertThat(cli.out()).contains("in the first zone of").doesNotContain("eu-central-1a");

        assertThat(cli.run("aws", "plan", "--zone", "eu-central-1b")).isZero();
        assertThat(cli.out()).contains("in eu-central-1b, iperf3 on");
    }

    @Test
    void tagWithoutAValueIsRejectedInASentence() {
        assertThat(cli.run("aws", "plan", "--tag", "team")).isEqualTo(2);
        assertThat(cli.err()).startsWith("Value for option '--tag' (KEY=VALUE)");
    }

    @Test
    void planPrintsPolicyOnRequest() {
        assertThat(cli.run("aws", "plan", "--show-policy")).isZero();
        assertThat(cli.out()).contains("== IAM policy\n\n{").doesNotContain("Print it with --show-policy");
    }

    @Test
    void planHasAnOptionForEverySetting() {
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
                "--tag",
                "team=net",
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
            assertThat(settings.tags()).isEqualTo(Map.of("team", "net"));
            assertThat(settings.network())
                    .isEqualTo(new AwsNetwork.ExistingSubnet(
                            "vpc-01234567", "subnet-01234567", "rtb-01234567", "subnet-89abcdef"));
        });
    }

    @Test
    void planUsesArmServersForArm64() {
        cli.run("aws", "plan", "--architecture", "arm64");

        assertThat(aws.settings).extracting(settings -> settings.serverType()).containsExactly("c7gn.xlarge");
    }

    @Test
    void planDerivesArchitectureFromServerType() {
        cli.run("aws", "plan", "--server-type", "c7gn.4xlarge");

        assertThat(aws.settings).extracting(settings -> settings.architecture()).containsExactly(Architecture.ARM64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --lease soon                                 | Invalid value --lease=soon: expected 15min to 24h.
            --lease 48h                                  | Invalid lease: 2880 minutes.
            --testbed Lab                                | Invalid testbed name "Lab".
            --functions 0                                | Invalid value --functions=0: expected 1 to 10000.
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
    void planRejectsInvalidSettings(String options, String sentence) {
        assertThat(cli.run(("aws plan " + options).split(" "))).isEqualTo(2);

        assertThat(cli.err()).startsWith(sentence);
    }

    @Test
    void planWritesPolicyUnchanged() throws Exception {
        Path file = folder.resolve("policy.json");

        assertThat(cli.run("aws", "plan", "--policy", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(file).content().isEqualTo(UserPolicy.text("eu-central-1"));
        assertThat(cli.out()).contains("Wrote the policy to " + file + ".");
        assertThat(cli.run("aws", "plan", "--policy", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    }
}
