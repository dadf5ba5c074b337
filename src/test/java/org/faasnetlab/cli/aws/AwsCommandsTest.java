package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsProfile;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles, preflight, status, and what all commands for AWS have in common. */
class AwsCommandsTest {
    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
    }

    @Test
    void profilesAreListedWithCredentialType() {
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
    void preflightProblemExitsWithOneButUnknownDoesNot() {
        aws.lines.add(new PreflightResult(
                "identity",
                Phrase.verbatim("Account"),
                PreflightResult.State.OK,
                Phrase.verbatim("You are ada."),
                Phrase.verbatim("")));
        aws.lines.add(new PreflightResult(
                "x",
                Phrase.verbatim("Quota"),
                PreflightResult.State.UNKNOWN,
                Phrase.verbatim("Not said."),
                Phrase.verbatim("Ask.")));
        assertThat(cli.run("aws", "preflight")).isZero();
        assertThat(cli.out())
                .contains("ok       Account  You are ada.\n")
                .contains("unknown  Quota    Not said.\n                  Ask.\n")
                .endsWith("1 ok, 0 warnings, 0 problems, 1 unknown.\n");

        aws.lines.add(new PreflightResult(
                "y",
                Phrase.verbatim("Zone"),
                PreflightResult.State.PROBLEM,
                Phrase.verbatim("No."),
                Phrase.verbatim("Choose another.")));
        assertThat(cli.run("aws", "preflight", "--functions", "20")).isEqualTo(1);
        assertThat(aws.calls).endsWith("preflight 20");
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
    void statusReportsRegionWithoutTestbeds() {
        assertThat(cli.run("aws", "status", "--testbed", "lab")).isZero();

        assertThat(cli.out()).isEqualTo("No testbed \"lab\" in eu-central-1. Create one with: faasnetlab aws setup\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "preflight", "setup", "status", "extend", "release", "teardown"})
    void userGuideDocumentsEveryOption(String command) throws Exception {
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
    void missingSubcommandListsSubcommands() {
        assertThat(cli.run("aws")).isEqualTo(2);

        assertThat(cli.err())
                .startsWith(
                        "Missing command: specify profiles, plan, preflight, setup, smoke, status, doctor, extend, release, or teardown.");
    }
}
