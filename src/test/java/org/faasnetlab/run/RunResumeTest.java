package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.Test;

class RunResumeTest {
    private final RunnerHarness bench = new RunnerHarness();

    @Test
    void stoppedRunResumesRemainingTrialsInOrder() throws Exception {
        List<Integer> order = RunnerHarness.plan("functions=1,2,4", "repeats=2", "seed=5").trials().stream()
                .map(trial -> trial.cell().functions())
                .toList();
        RunRow stopped = stopInTrial(2, "functions=1,2,4", "repeats=2", "seed=5", "pause=30");

        RunRow ended = bench.resume(stopped);

        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.id()).isEqualTo(stopped.id());
        assertThat(ended.startedAt()).isEqualTo(stopped.startedAt());
        assertThat(ended.environment()).containsKey("resumed");
        List<Integer> measured = new ArrayList<>();
        for (TrialRow trial : bench.store.trials(ended.id())) {
            assertThat(trial.status()).isEqualTo(trial.index() == 2 ? RunStatus.CANCELLED : RunStatus.COMPLETED);
            if (trial.index() != 2) {
                measured.add(trial.functions());
            }
        }
        assertThat(measured).isEqualTo(order);
    }

    @Test
    void failuresFromBeforeStillCount() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.trial() == 0) {
                attempt.say(new FunctionRecord.Failed(FailureReason.SERVER_BUSY, "The server was busy.", true));
            } else {
                attempt.work(Duration.ofMillis(50), true, 1);
            }
        });
        RunRow stopped = stopInTrial(1, "repeats=3");

        RunRow ended = bench.resume(stopped);

        assertThat(ended.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(ended.message()).isEqualTo("1 of 3 functions failed; first failure: The server was busy.");
        assertThat(bench.store.trials(ended.id())).extracting(TrialRow::index).containsExactly(0, 1, 2, 3);
    }

    @Test
    void completeRunIsNotResumed() throws Exception {
        RunRow ended = bench.run();

        assertThatThrownBy(() -> bench.runner.requireResumable(ended))
                .isInstanceOf(LabException.class)
                .hasMessage("Run run-1 has no remaining trials.");
        assertThatThrownBy(() -> bench.resume(ended))
                .isInstanceOf(LabException.class)
                .hasMessage("Run run-1 has no remaining trials.");
    }

    @Test
    void aRunOfAnotherTestbedIsNotResumed() throws Exception {
        RunRow stopped = stopInTrial(0);
        RunRow elsewhere =
                RunRowBuilder.like(stopped).testbed("AWS").simulated(false).row();

        assertThatThrownBy(() -> bench.resume(elsewhere))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("was measured on AWS, not on ");
    }

    @Test
    void cellIsMeasuredUntilTargetCiWidthIsReached() throws Exception {
        RunRow row = bench.run("functions=1,2", "repeats=30", "ciWidth=5%");

        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.store.trials(row.id())).hasSize(12).allMatch(trial -> trial.repetition() < 6);
        assertThat(bench.events(RunEvent.TrialEnded.class)).hasSize(12);
        assertThat(row.environment().get("trials"))
                .contains("1 function, ", "2 functions, ", ": 6 of at most 30 trials, CI 0.0 % wide");
    }

    @Test
    void earlierSamplesCountAfterResume() throws Exception {
        RunRow stopped = stopInTrial(4, "repeats=30", "ciWidth=5%");

        RunRow ended = bench.resume(stopped);

        assertThat(bench.store.trials(ended.id()))
                .filteredOn(trial -> trial.status() == RunStatus.COMPLETED)
                .hasSize(6);
    }

    @Test
    void noisyCellIsMeasuredUpToMaximumRepeats() throws Exception {
        bench.invoker.script(attempt -> {
            long bytes = attempt.request.trial() % 2 == 0 ? 1_000_000 : 2_000_000;
            attempt.say(new FunctionRecord.Finished(bytes, bytes, 0, 1_000_000, null, null, null, null));
            attempt.end(new InvocationEnd.Complete());
        });
        RunRow row = bench.run("repeats=9", "ciWidth=5%");

        assertThat(bench.store.trials(row.id())).hasSize(9);
        assertThat(row.environment().get("trials"))
                .startsWith("iperf3 download, 1 function, ")
                .contains(": 9 of at most 9 trials, CI ")
                .endsWith(" % wide, target 5.0 %");
    }

    /** The functions of every second trial start 0.6 s after T0: 12 trials give 6 valid ones. */
    @Test
    void invalidTrialsDoNotMakeACellPrecise() throws Exception {
        bench.invoker.script(attempt -> {
            long late = attempt.request.trial() % 2 == 0 ? 0 : 600_000;
            attempt.say(new FunctionRecord.Finished(1_000_000, 1_000_000, late, 1_000_000, null, null, null, null));
            attempt.end(new InvocationEnd.Complete());
        });
        RunRow row = bench.run("repeats=30", "ciWidth=5%");

        assertThat(bench.store.trials(row.id())).hasSize(11);
        assertThat(row.environment().get("trials"))
                .endsWith(": 11 of at most 30 trials, 5 of them invalid and left out, CI 0.0 % wide, target 5.0 %");
    }

    @Test
    void invalidTrialsOfAnInterruptedRunDoNotCountEither() throws Exception {
        bench.invoker.script(attempt -> {
            long late = attempt.request.trial() < 3 ? 600_000 : 0;
            attempt.say(new FunctionRecord.Finished(1_000_000, 1_000_000, late, 1_000_000, null, null, null, null));
            attempt.end(new InvocationEnd.Complete());
        });
        RunRow stopped = stopInTrial(4, "repeats=30", "ciWidth=5%");

        RunRow ended = bench.resume(stopped);

        assertThat(ended.environment().get("trials")).contains(": 9 of at most 30 trials, 3 of them invalid");
    }

    /** Downloads and uploads of a trial in both directions would look alike if they were mixed: both are noisy. */
    @Test
    void directionsOfATrialAreNotMixedByTheStopRule() throws Exception {
        bench.invoker.script(attempt -> {
            boolean first = attempt.request.functionIndex() == 0;
            boolean even = attempt.request.trial() % 2 == 0;
            long bytes = first == even ? 1_000_000 : 2_000_000;
            attempt.say(new FunctionRecord.Finished(bytes, bytes, 0, 1_000_000, null, null, null, null));
            attempt.end(new InvocationEnd.Complete());
        });
        RunRow row = bench.run("direction=both", "functions=2", "repeats=9", "ciWidth=5%");

        assertThat(bench.store.trials(row.id())).hasSize(9);
        assertThat(row.environment().get("trials")).contains(" % (download) and ", " % (upload) wide, target 5.0 %");
    }

    /** Each trial is faster than the one before by 0.1 %: after 6 trials, the interval is within the target. */
    @Test
    void driftingCellIsMeasuredUpToMaximumRepeats() throws Exception {
        bench.invoker.script(attempt -> {
            long bytes = 1_000_000 + 1_000L * attempt.request.trial();
            attempt.say(new FunctionRecord.Finished(bytes, bytes, 0, 1_000_000, null, null, null, null));
            attempt.end(new InvocationEnd.Complete());
        });
        RunRow row = bench.run("repeats=9", "ciWidth=5%");

        assertThat(bench.store.trials(row.id())).hasSize(9);
        assertThat(row.environment().get("trials"))
                .contains("9 of at most 9 trials")
                .endsWith(", drift over the trials");
    }

    private RunRow stopInTrial(int index, String... settings) throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.TrialStarted started && started.trial() == index) {
                bench.active.cancel();
            }
        };
        RunRow stopped = bench.run(settings);
        assertThat(stopped.status()).isEqualTo(RunStatus.CANCELLED);
        return stopped;
    }
}
