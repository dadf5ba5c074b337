package org.faasnetlab.testbed.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.run.smoke.SmokeReport;
import org.faasnetlab.run.smoke.SmokeStep;
import org.faasnetlab.run.smoke.SmokeTest;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.EmulatedAws;
import org.faasnetlab.testing.aws.ShortSleeps;
import org.faasnetlab.testing.cli.ScriptedLab;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.store.PlainRuns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** The smoke test against an emulated AWS, which refuses one operation; runs have scripted results. */
class SmokeTestIT {
    private static EmulatedAws aws;

    @BeforeAll
    static void start() throws Exception {
        aws = new EmulatedAws(Duration.ofMillis(1));
    }

    @AfterAll
    static void stop() {
        if (aws != null) {
            aws.close();
        }
    }

    /**
     * The other failures need no emulator, see {@code AwsSmokeCommandTest}.
     *
     * @param operation that AWS refuses, as a pattern of its name or of method and path
     * @param failed the step that fails, or null if none does
     */
    @ParameterizedTest
    @CsvSource({
        "UpdateStack, creation",
        "POST /2015-03-31/functions/%/versions, creation",
        "CreateTags, extended lease",
        "GetConsoleOutput, extended lease",
        "nothing, ",
    })
    void testbedIsDeletedWhateverIsRefused(String operation, @Nullable String failed) throws Exception {
        try (AwsEndpointStub front = new AwsEndpointStub(request -> matches(operation, request.action())
                ? AwsEndpointStub.Answer.refusal(request, 403, "AccessDenied", "You may not.")
                : aws.answer(request))) {
            AwsTestbeds testbeds = new AccountTestbeds(
                    "work",
                    front.account(),
                    TestInstallation.built().functionZip(),
                    Clock.systemUTC(),
                    new SecureRandom(),
                    ShortSleeps.OF);
            ScriptedLab lab = new ScriptedLab();
            lab.outcome = PlainRuns.probed("20261123-104210-k3f9");
            SmokeReport report = new SmokeTest(
                            lab, "1", Clock.systemUTC(), CreationListener.NONE, DeletionListener.NONE, step -> {})
                    .run(testbeds, SmokeTest.settings(testbeds, null));

            assertThat(report.steps())
                    .filteredOn(step -> step.name().toString().equals("deletion and final scan"))
                    .singleElement()
                    .satisfies(step -> assertThat(step.passed())
                            .as(step.detail().toString())
                            .isTrue());
            assertThat(report.steps())
                    .filteredOn(step -> step.state() == SmokeStep.State.FAILED)
                    .extracting(step -> step.name().toString())
                    .isEqualTo(failed == null ? List.of() : List.of(failed));
            assertThat(report.calls()).extracting(AwsCall::operation).contains("CreateStack", "GetProducts");
        }
        try (CloudFormationClient cloudFormation = aws.moto().client(CloudFormationClient.builder())) {
            assertThat(cloudFormation.describeStacks().stacks()).isEqualTo(List.of());
        }
    }

    private static boolean matches(String pattern, String action) {
        return action.matches(pattern.replace("%", "[^/]+"));
    }
}
