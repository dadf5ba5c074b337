package org.faasnetlab.analysis.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteadyWindowTest {
    @TempDir
    Path directory;

    @Test
    void theSteadyAggregateLeavesOutTheBurstsOfAllFunctions() {
        RunData run = SampleRuns.manyFunctions();
        CommonWindow steady = of(run);
        double whole =
                Objects.requireNonNull(TrialSummary.of(run).get(0).aggregate()).megabitsPerSecond();
        // 64 functions at 621 Mbit/s after bursts of 0.6 s at 4.9 Gbit/s.
        assertThat(whole).isGreaterThan(64 * 621 * 1.3);
        assertThat(steady.aggregate().megabitsPerSecond()).isCloseTo(64 * 621, within(64 * 621 * 0.02));
        assertThat(steady.startMicros()).isBetween(560_000L, 800_000L);
    }

    @Test
    void aDatabaseThatIsReadFunctionByFunctionGivesTheSameWindow() throws Exception {
        RunData run = SampleRuns.withFailures();
        try (RunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
            CommonWindow read = SteadyWindow.read(store, run.trials().get(0), run.functions())
                    .orElseThrow();
            CommonWindow computed = of(run);
            assertThat(read.startMicros()).isEqualTo(computed.startMicros());
            assertThat(read.endMicros()).isEqualTo(computed.endMicros());
            assertThat(read.aggregate().bitsPerSecond())
                    .isCloseTo(computed.aggregate().bitsPerSecond(), within(100.0));
        }
    }

    @Test
    void aTransferWithoutAVisibleEndOfItsBurstHasNoSteadyAggregate() {
        RunData run = SampleRuns.iperf3("20261123-104210-t1", "too short", 2, 1, "lambda", second -> 4.9e9);
        assertThat(SteadyWindow.of(findings(run), run.intervals())).isEmpty();
    }

    @Test
    void twoSecondsAreTheLeast() {
        RunData run =
                SampleRuns.iperf3("20261123-104210-t2", "late", 1, 4, "lambda", second -> second < 2.5 ? 4.9e9 : 621e6);
        assertThat(SteadyWindow.of(findings(run), run.intervals())).isEmpty();
    }

    private static CommonWindow of(RunData run) {
        return SteadyWindow.of(findings(run), run.intervals()).orElseThrow();
    }

    private static List<FunctionFindings> findings(RunData run) {
        return run.functions().stream()
                .map(function -> FunctionFindings.of(
                        function,
                        run.trials().get(0).directionOf(function.functionIndex()),
                        null,
                        intervals(run, function)))
                .toList();
    }

    private static List<Interval> intervals(RunData run, FunctionRow function) {
        return run.intervals().stream()
                .filter(stored -> stored.functionIndex() == function.functionIndex())
                .map(StoredInterval::interval)
                .collect(Collectors.toList());
    }
}
