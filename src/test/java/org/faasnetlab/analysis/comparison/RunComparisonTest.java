package org.faasnetlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final RunData SLOW = run("slow", 16, 100e6);
    private static final RunData FAST = run("fast", 16, 110e6);

    @Test
    void runsOfTheSameCellAreComparedInIt() {
        RunComparison comparison = compare(SLOW, FAST);

        ComparedCell cell = comparison.cells().get(0);
        assertThat(comparison.cells()).hasSize(1);
        assertThat(cell.label()).isEqualTo("iperf3 download, 16 functions, 1769 MB, 10 s, link lambda");
        assertThat(cell.samples().get(0).differenceToFirst()).isNull();
        MedianDifference difference = cell.samples().get(1).differenceToFirst();
        assertThat(difference.shift()).isCloseTo(10e6, within(1.5e6));
        assertThat(difference.interval().low()).isPositive();
        assertThat(ComparisonFormatter.of(comparison, cell))
                .singleElement()
                .asString()
                .startsWith("Bandwidth per function was ")
                .contains(" higher in fast than in slow (95 % CI +");
    }

    @Test
    void equalRunsShowNoDifference() {
        RunComparison comparison = compare(SLOW, run("again", 16, 100e6));

        assertThat(ComparisonFormatter.of(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .startsWith("No significant difference between again and slow");
        assertThat(comparison.settings()).isEmpty();
        assertThat(comparison.environment()).isEmpty();
    }

    @Test
    void runsWithoutACommonCellAreComparedAsAWhole() {
        RunComparison comparison = compare(SLOW, run("other", 8, 90e6));

        assertThat(comparison.cells()).hasSize(1);
        assertThat(comparison.cells().get(0).label()).startsWith("all results");
        assertThat(comparison.cells().get(0).samples().get(1).each().n()).isEqualTo(8);
    }

    @Test
    void concurrentDirectionsAreComparedSeparately() {
        RunData both = SampleSweeps.bothDirections();
        RunComparison comparison = compare(both, both);

        assertThat(comparison.cells())
                .extracting(cell -> cell.label().split(",")[0])
                .containsExactly("iperf3 download of both", "iperf3 upload of both");
        assertThat(comparison.cells())
                .allSatisfy(cell -> assertThat(cell.samples().get(0).each().n()).isEqualTo(4));
    }

    @Test
    void failuresAreCountedButNotSamples() {
        RunComparison comparison = compare(SampleRuns.withFailures(), SampleRuns.nothingDelivered());

        List<ComparedCell.Sample> sides = comparison.cells().get(0).samples();
        assertThat(sides.get(0).failed()).isEqualTo(2);
        assertThat(sides.get(0).each().n()).isEqualTo(6);
        assertThat(sides.get(1).each()).isNull();
        assertThat(ComparisonFormatter.of(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .contains("cannot be compared: no function finished in one of them");
    }

    @Test
    void tooFewFunctionsGiveNoInterval() {
        RunComparison comparison = compare(run("a", 2, 100e6), run("b", 2, 50e6));

        assertThat(ComparisonFormatter.of(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .contains(" lower in b than in a, ")
                .endsWith("but there are too few functions for a confidence interval.");
    }

    @Test
    void largeSamplesAreThinnedEvenly() {
        RunComparison comparison = compare(run("a", 3_000, 100e6), run("b", 3_000, 110e6));

        MedianDifference difference = comparison.cells().get(0).samples().get(1).differenceToFirst();
        assertThat(difference.firstN()).isEqualTo(1_000);
        assertThat(difference.shift()).isCloseTo(10e6, within(0.5e6));
    }

    @Test
    void theTrialThatIsDrawnIsTheFirstThatDelivered() {
        RunData twice = PlainRuns.twice("a");
        List<FunctionRow> functions = List.of(
                FunctionRowBuilder.function(0)
                        .trial(0)
                        .failed(FailureReason.DEADLINE, null)
                        .row(),
                FunctionRowBuilder.function(0)
                        .trial(1)
                        .delivered(1_000_000, 12_500_000)
                        .row());

        RunComparison comparison = compare(
                new RunData(twice.run(), twice.trials(), functions, List.of()),
                new RunData(twice.run(), twice.trials(), functions.subList(0, 1), List.of()));

        assertThat(comparison.cells().get(0).samples())
                .extracting(ComparedCell.Sample::trial)
                .containsExactly(1, 0);
    }

    @Test
    void anotherMetricIsComparedInItsUnit() {
        RunComparison.ComparedRun slow = withCpu("slow", 3_000_000);
        RunComparison.ComparedRun fast = withCpu("fast", 1_000_000);

        assertThat(RunComparison.metrics(List.of(slow, fast)))
                .startsWith(Metrics.BANDWIDTH)
                .contains(Metrics.CPU);
        RunComparison comparison = RunComparison.of(List.of(slow, fast), Metrics.CPU);
        ComparedCell cell = comparison.cells().get(0);
        assertThat(cell.samples().get(0).each().median()).isEqualTo(3_007_500);
        assertThat(ComparisonFormatter.of(comparison, cell))
                // The critical value of the rank-sum test for 16 and 16 values at 5 % is 75: the 76th of 256
                // differences.
                .containsExactly("CPU time per function was 2,000.0 ms (66.5 %) lower in fast than in slow"
                        + " (95 % CI \u22122,004.0 ms to \u22121,996.0 ms).");
    }

    private static RunComparison.ComparedRun withCpu(String id, double micros) {
        RunData run = run(id, 16, 100e6);
        return new RunComparison.ComparedRun(
                run.run(),
                run.trials(),
                run.functions().stream()
                        .map(function -> FunctionRowBuilder.like(function)
                                .metric(Metrics.CPU, micros + 1_000 * function.functionIndex())
                                .row())
                        .toList());
    }

    @Test
    void oneRunIsNoComparison() {
        assertThatThrownBy(() -> compare(SLOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RunComparison compare(RunData... runs) {
        return RunComparison.of(Arrays.stream(runs)
                .map(run -> new RunComparison.ComparedRun(run.run(), run.trials(), run.functions()))
                .toList());
    }

    private static RunData run(String id, int functions, double rate) {
        return SampleRuns.iperf3(id, "a run", functions, 10, "lambda", second -> rate);
    }
}
