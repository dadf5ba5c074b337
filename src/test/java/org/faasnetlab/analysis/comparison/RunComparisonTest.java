package org.faasnetlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.workload.Metrics;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final ComparisonFormatter FORMATTER = new ComparisonFormatter(ComparisonFormatter.EQUIVALENT);
    private static final RunData SLOW = trials("slow", 98e6, 100e6, 102e6);
    private static final RunData FAST = trials("fast", 109e6, 110e6, 111e6);

    @Test
    void runsOfTheSameCellAreComparedInIt() {
        RunComparison comparison = compare(SLOW, FAST);

        ComparedCell cell = comparison.cells().get(0);
        assertThat(comparison.cells()).hasSize(1);
        assertThat(cell.label()).hasToString("iperf3 download, 16 functions, 1769 MB, 10 s, link lambda");
        assertThat(cell.samples().get(0).differenceToFirst()).isNull();
        MedianDifference difference = cell.samples().get(1).differenceToFirst();
        assertThat(difference.shift()).isCloseTo(10e6, within(1.5e6));
        assertThat(difference.interval().low()).isPositive();
        assertThat(FORMATTER.sentences(comparison, cell))
                .singleElement()
                .asString()
                .startsWith("Bandwidth per function was ")
                .contains(" higher in fast than in slow (95 % CI +");
    }

    @Test
    void equalRunsShowNoDifference() {
        RunComparison comparison = compare(SLOW, trials("again", 97e6, 99e6, 103e6));

        assertThat(FORMATTER.sentences(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .startsWith("No significant difference between again and slow");
        assertThat(comparison.settings()).isEmpty();
        assertThat(comparison.environment()).isEmpty();
    }

    @Test
    void runsWithoutACommonCellAreComparedOnlyIfWanted() {
        RunComparison comparison = compare(SLOW, run("other", 8, 90e6));

        assertThat(comparison.hasCommonCell()).isFalse();
        assertThat(comparison.cells().get(0).samples().get(1).differenceToFirst())
                .isNull();
        assertThat(FORMATTER.sentences(comparison, comparison.cells().get(0)))
                .containsExactly(Phrase.of("other and slow are not compared, because they have no cell in common."));
        assertThat(RunComparison.regardlessOfCells(compared(SLOW, run("other", 8, 90e6)), Metrics.BANDWIDTH)
                        .cells()
                        .get(0)
                        .samples()
                        .get(1)
                        .differenceToFirst())
                .isNotNull();

        assertThat(comparison.cells()).hasSize(1);
        assertThat(comparison.cells().get(0).label().toString()).startsWith("all results");
        assertThat(comparison.cells().get(0).samples().get(1).each().values()).isEqualTo(8);
    }

    @Test
    void concurrentDirectionsAreComparedSeparately() {
        RunData both = SampleSweeps.bothDirections();
        RunComparison comparison = compare(both, both);

        assertThat(comparison.cells())
                .extracting(cell -> cell.label().toString().split(",")[0])
                .containsExactly("iperf3 download of both", "iperf3 upload of both");
        assertThat(comparison.cells())
                .allSatisfy(cell ->
                        assertThat(cell.samples().get(0).each().values()).isEqualTo(4));
    }

    @Test
    void failuresAreCountedButNotSamples() {
        RunComparison comparison = compare(SampleRuns.withFailures(), SampleRuns.nothingDelivered());

        List<ComparedCell.Sample> sides = comparison.cells().get(0).samples();
        assertThat(sides.get(0).failed()).isEqualTo(2);
        assertThat(sides.get(0).each().values()).isEqualTo(6);
        assertThat(sides.get(1).each()).isNull();
        assertThat(FORMATTER.sentences(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .contains("cannot be compared: no function finished in a valid trial of one of them");
    }

    @Test
    void aSingleTrialGivesNoIntervalHoweverManyFunctionsItHas() {
        RunComparison comparison = compare(run("a", 200, 100e6), run("b", 200, 50e6));

        assertThat(comparison.judgements()).isZero();

        assertThat(FORMATTER.sentences(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .contains(" lower in b than in a, ")
                .contains("with a single trial in one of them, chance may explain it");
    }

    @Test
    void runsThatDifferByLittleAreEquivalent() {
        RunComparison comparison = compare(
                trials("a", 99e6, 100e6, 101e6, 100e6, 99e6, 101e6),
                trials("b", 100e6, 101e6, 99e6, 100e6, 101e6, 99e6));

        assertThat(FORMATTER.sentences(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .startsWith("b and a are equivalent within 5.0 %: 95 % CI ");
        assertThat(new ComparisonFormatter(0.01)
                        .sentences(comparison, comparison.cells().get(0)))
                .singleElement()
                .asString()
                .startsWith("No significant difference between b and a");
    }

    @Test
    void invalidTrialsAreLeftOutAndCounted() throws StoreException {
        RunData slow = trials("slow", 98e6, 100e6, 20e6, 102e6);
        InMemoryRunStore store = new InMemoryRunStore();
        EvidenceRow busy = new EvidenceRow(2, null, 0.99, null, null, null, null, null, null, null);
        store.add(new RunData(slow.run(), slow.trials(), slow.functions(), List.of(), List.of(busy)));

        RunComparison.ComparedRun valid = RunComparison.ComparedRun.read(store, slow.run(), false);
        assertThat(valid.trials()).extracting(TrialRow::index).containsExactly(0, 1, 3);
        assertThat(String.valueOf(valid.leftOut()))
                .startsWith("1 of 4 trials are invalid and left out")
                .endsWith(": computer busy.");
        assertThat(RunComparison.ComparedRun.read(store, slow.run(), true).trials())
                .hasSize(4);
    }

    @Test
    void severalJudgementsHaveANote() {
        assertThat(ComparisonFormatter.noteOnSeveral(1)).isEmpty();
        assertThat(ComparisonFormatter.noteOnSeveral(10))
                .singleElement()
                .asString()
                .startsWith("10 differences are judged at 95 %.")
                .endsWith("with a chance of 40 %.");
    }

    /** Each repetition is faster than the one before by 20 Mbit/s, and the second cell than the first by about 10. */
    @Test
    void cellsOfARunAreComparedRepetitionByRepetition() {
        List<TrialRow> trials = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        double[] rates = {100, 110, 131, 120, 140, 149, 171, 160};
        int[] memory = {512, 1024, 1024, 512, 512, 1024, 1024, 512};
        for (int i = 0; i < rates.length; i++) {
            trials.add(TrialRowBuilder.trial("abba")
                    .index(i)
                    .repetition(i / 2)
                    .memoryMb(memory[i])
                    .row());
            functions.add(FunctionRowBuilder.function(0)
                    .trial(i)
                    .delivered(1_000_000, Math.round(rates[i] * 125_000))
                    .row());
        }
        CellComparison comparison =
                CellComparison.of(new RunComparison.ComparedRun(SLOW.run(), trials, functions), Metrics.BANDWIDTH);

        assertThat(comparison.cells()).hasSize(2);
        MedianDifference difference = comparison.cells().get(1).differenceToFirst();
        assertThat(difference.shift()).isCloseTo(10.5e6, within(1e3));
        // The differences are 10, 11, 9 and 11: mean 10.25, standard deviation 0.957, Student's quantile 3.1824.
        assertThat(difference.interval().low()).isCloseTo(8.727e6, within(1e4));
        assertThat(difference.interval().high()).isCloseTo(11.773e6, within(1e4));
        assertThat(FORMATTER.sentences(comparison)).singleElement().asString().contains(" higher in ");
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
        assertThat(cell.samples().get(0).each().median()).isEqualTo(3_002_500);
        assertThat(FORMATTER.sentences(comparison, cell))
                // The 6th of 36 differences, of which 6 - |k| are 2 s and k ms.
                .singleElement()
                .asString()
                .startsWith("CPU time per function was 2,000.0 ms (66.6 %) lower in fast than in slow"
                        + " (95 % CI \u22122,003.0 ms to \u22121,997.0 ms; ");
    }

    private static RunComparison.ComparedRun withCpu(String id, double micros) {
        RunData run = trials(id, 100e6, 100e6, 100e6, 100e6, 100e6, 100e6);
        return new RunComparison.ComparedRun(
                run.run(),
                run.trials(),
                run.functions().stream()
                        .map(function -> FunctionRowBuilder.like(function)
                                .metric(Metrics.CPU, micros + 1_000 * function.trial())
                                .row())
                        .toList());
    }

    @Test
    void oneRunIsNoComparison() {
        assertThatThrownBy(() -> compare(SLOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RunComparison compare(RunData... runs) {
        return RunComparison.of(compared(runs));
    }

    private static List<RunComparison.ComparedRun> compared(RunData... runs) {
        return Arrays.stream(runs)
                .map(run -> new RunComparison.ComparedRun(run.run(), run.trials(), run.functions()))
                .toList();
    }

    /** Trials of 16 functions, each with its own rate. */
    private static RunData trials(String id, double... rates) {
        List<TrialRow> trials = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        RunData last = run(id, 16, rates[0]);
        for (int i = 0; i < rates.length; i++) {
            int index = i;
            last = run(id, 16, rates[i]);
            last.trials()
                    .forEach(trial -> trials.add(
                            new TrialRow(id, index, index, trial.status(), trial.cell(), trial.t0EpochMicros())));
            last.functions()
                    .forEach(function -> functions.add(
                            FunctionRowBuilder.like(function).trial(index).row()));
        }
        return new RunData(last.run(), trials, functions, List.of());
    }

    private static RunData run(String id, int functions, double rate) {
        return SampleRuns.iperf3(id, "a run", functions, 10, "lambda", second -> rate);
    }
}
