package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.run.smoke.SmokeStep.State;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.cli.ScriptedLab;
import org.faasnetlab.testing.ui.FakeAwsTestbeds;
import org.faasnetlab.testing.ui.InMemoryTestbedMemory;
import org.faasnetlab.testing.ui.ManualTicker;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeViewModelTest {
    @TempDir
    Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final ActiveTestbeds active = new ActiveTestbeds(new InMemoryTestbedMemory());
    private final Clock clock = FakeAwsTestbeds.HALF_AN_HOUR_LATER;
    private final List<SmokeViewModel.Offer> offers = new ArrayList<>();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();
    private AccountViewModel account;
    private SmokeViewModel model;

    @BeforeEach
    void open() {
        ScriptedLab lab = new ScriptedLab();
        lab.aws = aws;
        aws.findsCreated = true;
        aws.testbed = lab.testbed(new TestbedLimits(10, Duration.ofSeconds(5), Duration.ZERO));
        account = new AccountViewModel(lab, tasks);
        model = new SmokeViewModel(
                lab,
                "1.2.3",
                account,
                new AwsTestbedJob(tasks, active, clock, new ManualTicker()),
                active,
                tasks,
                clock);
    }

    @Test
    void withoutAnAccountNothingIsOffered() {
        model.prepare(offers::add);

        assertThat(offers).isEmpty();
    }

    @Test
    void costIsShownBeforeAnythingIsCreated() {
        chooseAccount();

        model.prepare(offers::add);

        assertThat(offers).singleElement().satisfies(offer -> {
            assertThat(offer.settings().name()).isEqualTo("smoke");
            assertThat(offer.settings().lease()).hasMinutes(15);
            assertThat(offer.cost().dollars()).isPositive().isLessThan(java.math.BigDecimal.ONE);
        });
        assertThat(aws.calls).noneMatch(call -> call.startsWith("create"));
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void problemOfTheChecksIsAFailedStepAndLeavesNothing() throws Exception {
        aws.lines.add(new PreflightResult(
                "vpc",
                Phrase.verbatim("New VPC"),
                PreflightResult.State.PROBLEM,
                Phrase.verbatim("None left."),
                Phrase.verbatim("Delete one.")));
        chooseAccount();
        model.prepare(offers::add);

        model.start(offers.get(0));

        assertThat(aws.calls).noneMatch(call -> call.startsWith("create"));
        assertThat(model.steps()).extracting(step -> step.state()).containsExactly(State.FAILED, State.SKIPPED);
        assertThat(model.failedSteps()).containsExactly(Phrase.of("preflight"));
        assertThat(active.at(clock.instant())).isEmpty();
        assertThat(model.running().get()).isFalse();
        Path file = folder.resolve("report.json");
        model.save(file);
        assertThat(Files.readString(file)).contains("\"version\" : \"1.2.3\"", "\"questions\"");
    }

    @Test
    void testbedThatIsNotDeletedCompletelyStaysActive() {
        chooseAccount();
        aws.report = new DeletionReport(
                "faasnetlab-smoke", List.of(new LeftoverResource("VPC", "vpc-1")), List.of(), List.of());
        model.prepare(offers::add);

        model.start(offers.get(0));

        assertThat(aws.calls).endsWith("delete smoke");
        assertThat(model.failedSteps()).contains(Phrase.of("deletion and final scan"));
        assertThat(active.at(clock.instant()))
                .extracting(testbed -> testbed.name())
                .containsExactly("smoke");
    }

    @Test
    void testbedWithoutLeftoversIsNoLongerActive() {
        chooseAccount();
        model.prepare(offers::add);

        model.start(offers.get(0));

        assertThat(aws.calls).endsWith("delete smoke");
        assertThat(Objects.requireNonNull(model.report().get()).leavesNothing()).isTrue();
        assertThat(active.at(clock.instant())).isEmpty();
    }

    @Test
    void cancelledTestSkipsWhatHasNotBegunAndDeletesItsTestbed() {
        chooseAccount();
        model.prepare(offers::add);
        aws.meanwhile = () -> {
            aws.meanwhile = () -> {};
            model.cancel();
            assertThat(model.cancelling().get()).isTrue();
        };

        model.start(offers.get(0));

        assertThat(aws.calls.stream().filter(call -> call.startsWith("create"))).hasSize(1);
        assertThat(aws.calls).endsWith("delete smoke");
        assertThat(model.steps())
                .extracting(step -> step.state())
                .startsWith(State.PASSED, State.PASSED, State.PASSED, State.SKIPPED)
                .endsWith(State.SKIPPED, State.PASSED);
        assertThat(Objects.requireNonNull(model.report().get()).leavesNothing()).isTrue();
        assertThat(model.cancelling().get()).isFalse();
        assertThat(active.at(clock.instant())).isEmpty();
    }

    @Test
    void unwritableFileIsReported() throws Exception {
        problemOfTheChecksIsAFailedStepAndLeavesNothing();

        model.save(folder.resolve("missing").resolve("report.json"));

        assertThat(model.problem().get()).isInstanceOf(LabException.class);
    }

    private void chooseAccount() {
        account.load();
        account.check();
    }
}
