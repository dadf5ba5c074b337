package org.faasnetlab.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;

class TrialSummaryTest {

    @Test
    void failuresAreCountedButNotSamples() {
        // 100, 200 and 300 Mbit/s; a failure; one cut off.
        List<FunctionRow> functions = List.of(
                MinimalRows.finished(0, 0, 1000, 12_500_000),
                MinimalRows.finished(1, 10, 1000, 25_000_000),
                MinimalRows.failed(2, 20L),
                MinimalRows.finished(3, 20, 1000, 37_500_000),
                MinimalRows.cutOff(4));
        TrialSummary summary = TrialSummary.of(MinimalRows.trial(5), functions, List.of());
        assertThat(summary.functions()).isEqualTo(5);
        assertThat(summary.finished()).isEqualTo(3);
        assertThat(summary.failed()).isEqualTo(1);
        FunctionBandwidths each = Objects.requireNonNull(summary.each());
        assertThat(summary.medianEach()).isEqualTo(Bandwidth.ofMegabits(200));
        assertThat(each.p5()).isNull();
        assertThat(each.p95()).isNull();
        assertThat(summary.delivered()).isEqualTo(new DataSize(75_000_000));
        // All three are active from 20 to 1000 ms, each at a constant rate.
        assertThat(Objects.requireNonNull(summary.aggregate()).megabitsPerSecond())
                .isCloseTo(600, within(1e-6));
        // Starts at 0, 10, 20, 20 ms: p1 = 0.3 ms, p99 = 20 ms.
        assertThat(summary.startSpread())
                .isEqualTo(new StartSpread(Duration.ofNanos(19_700_000), 4, Duration.ofMillis(15)));
    }

    @Test
    void withoutAResultThereIsNoNumber() {
        TrialSummary summary = TrialSummary.of(
                MinimalRows.trial(1),
                List.of(MinimalRows.failed(0, 5L)),
                List.of(MinimalRows.interval(0, 5, 100, 1_000_000)));
        assertThat(summary.medianEach()).isNull();
        assertThat(summary.aggregate()).isNull();
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.delivered()).isEqualTo(new DataSize(0));
    }

    @Test
    void rowsOfOtherTrialsAreLeftOut() {
        RunData run = SampleRuns.small();
        List<TrialSummary> summaries = TrialSummary.of(run);
        assertThat(summaries).extracting(TrialSummary::finished).containsExactly(1, 1);
        assertThat(summaries).extracting(TrialSummary::failed).containsExactly(1, 0);
        assertThat(summaries)
                .extracting(TrialSummary::delivered)
                .containsExactly(new DataSize(15_000_000), new DataSize(1_234_567));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        RunData run = SampleRuns.withFailures();
        List<FunctionRow> functions = new ArrayList<>(run.functions());
        List<StoredInterval> intervals = new ArrayList<>(run.intervals());
        Collections.reverse(functions);
        Collections.reverse(intervals);
        TrialSummary straight = TrialSummary.of(run).get(0);
        TrialSummary reversed = TrialSummary.of(run.trials().get(0), functions, intervals);
        assertThat(reversed.each()).isEqualTo(straight.each());
        assertThat(Objects.requireNonNull(reversed.aggregate()).bitsPerSecond())
                .isCloseTo(Objects.requireNonNull(straight.aggregate()).bitsPerSecond(), within(1.0));
    }

    @Test
    void aRunInAListCountsOverAllItsTrials() {
        RunData run = SampleRuns.small();
        RunSummary summary = RunSummary.of(run.run(), run.trials(), run.functions(), List.of());
        assertThat(summary.trials()).isEqualTo(2);
        assertThat(summary.mostFunctions()).isEqualTo(2);
        assertThat(summary.finished()).isEqualTo(2);
        assertThat(summary.failed()).isEqualTo(1);
        assertThat(summary.delivered()).isEqualTo(new DataSize(16_234_567));
        // The trial with 600 Mbit/s is invalid: one of its two functions failed.
        assertThat(summary.invalid()).isEqualTo(1);
        assertThat(Objects.requireNonNull(summary.each()).median()).isCloseTo(98_765_360, within(1.0));
    }

    @Test
    void aRunInAListLeavesOutInvalidTrialsAndCountsThem() {
        RunData run = PlainRuns.trials("a", 4, 100e6, 200e6, 600e6);
        RunSummary busy = RunSummary.of(run.run(), run.trials(), run.functions(), List.of(PlainRuns.busy(2)));
        assertThat(busy.invalid()).isEqualTo(1);
        assertThat(busy.trials()).isEqualTo(3);
        assertThat(Objects.requireNonNull(busy.each()).median()).isEqualTo(150e6);

        RunSummary none = RunSummary.of(
                run.run(),
                run.trials(),
                run.functions(),
                List.of(PlainRuns.busy(0), PlainRuns.busy(1), PlainRuns.busy(2)));
        assertThat(none.each()).isNull();
        assertThat(none.invalid()).isEqualTo(3);
    }
}
