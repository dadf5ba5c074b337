package org.faasnetlab.analysis.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.analysis.CaseFile;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"late-speed-up", "late-speed-up-near-limit"})
    void aRateThatChangedInStepsHasNoSteadyAggregate(String name) throws Exception {
        assertNoWindow(List.of(CaseFile.intervals(name)));
    }

    @Test
    void aDriftHasNoSteadyAggregate() throws Exception {
        assertNoWindow(List.of(transfer(100, 100, i -> 400e6 + i * 8e6)));
    }

    /** Shares of 0 to 100 Mbit/s of a ceiling of 2 Gbit/s: no function is steady, their sum is. */
    @Test
    void unsteadySharesOfASteadySumHaveASteadyAggregate() throws Exception {
        RunData run = run(shares(64, second -> 2e9));
        assertThat(findings(run))
                .allSatisfy(findings -> assertThat(findings.burst())
                        .isInstanceOfSatisfying(
                                BurstFit.RateChanged.class,
                                fit -> assertThat(fit.change()).isEqualTo(BurstFit.Change.UNSTEADY)));
        CommonWindow steady = of(run);
        assertThat(steady.startMicros()).isEqualTo(2_000_000);
        assertThat(steady.aggregate().bitsPerSecond()).isCloseTo(2e9, within(1e6));
        assertThat(read(run)).isEqualTo(Optional.of(steady));
    }

    @Test
    void unsteadySharesOfASumThatChangedHaveNoSteadyAggregate() throws Exception {
        assertNoWindow(shares(64, second -> second < 8 ? 0.5e9 : 2e9));
    }

    /** The interval that contains the end of the burst belongs to neither side of it. */
    @ParameterizedTest
    @CsvSource({"100, 10", "1000, 20"})
    void noByteOfTheBurstCountsAsSteady(int intervalMillis, int seconds) throws Exception {
        for (int tenth = 1; tenth <= 9; tenth++) {
            double knee = (5 + tenth / 10.0) * intervalMillis / 1000;
            int steps = seconds * 1000 / intervalMillis;
            RunData run = run(List.of(transfer(intervalMillis, steps, i -> {
                double burst = Math.max(0, Math.min(1, knee * 1000 / intervalMillis - i));
                return burst * 5e9 + (1 - burst) * 625e6;
            })));
            CommonWindow steady = of(run);
            assertThat(steady.aggregate().bitsPerSecond())
                    .as("knee at %.2f s", knee)
                    .isCloseTo(625e6, within(0.002 * 625e6));
            assertThat(steady.startMicros()).isEqualTo(6_000L * intervalMillis);
            assertThat(read(run)).isEqualTo(Optional.of(steady));
        }
    }

    @Test
    void theCaseFileWithIntervalsOfASecondHasExactlyItsBaseline() throws Exception {
        assertThat(of(run(List.of(CaseFile.intervals("slow-start-then-bucket-1s"))))
                        .aggregate()
                        .megabitsPerSecond())
                .isCloseTo(625, within(0.1));
    }

    private void assertNoWindow(List<List<Interval>> transfers) throws Exception {
        RunData run = run(transfers);
        assertThat(SteadyWindow.of(findings(run), run.intervals())).isEmpty();
        assertThat(read(run)).isEmpty();
    }

    private Optional<CommonWindow> read(RunData run) throws Exception {
        InMemoryRunStore store = new InMemoryRunStore();
        SampleRuns.save(store, run);
        return SteadyWindow.read(store, run.trials().get(0), run.functions());
    }

    /** Random shares, new ones each second, of a sum. */
    private static List<List<Interval>> shares(int functions, DoubleUnaryOperator sum) {
        Random random = new Random(11);
        double[][] shares = new double[12][functions];
        for (double[] second : shares) {
            for (int function = 0; function < functions; function++) {
                second[function] = random.nextDouble();
            }
            double all = DoubleStream.of(second).sum();
            Arrays.setAll(second, function -> second[function] / all);
        }
        return IntStream.range(0, functions)
                .mapToObj(function -> transfer(100, 120, i -> shares[i / 10][function] * sum.applyAsDouble(i / 10.0)))
                .toList();
    }

    private static List<Interval> transfer(int intervalMillis, int intervals, IntToDoubleFunction bitsPerSecond) {
        return IntStream.range(0, intervals)
                .mapToObj(i -> new Interval(
                        (long) i * intervalMillis * 1000,
                        intervalMillis * 1000L,
                        Math.round(bitsPerSecond.applyAsDouble(i) / 8000 * intervalMillis),
                        null))
                .toList();
    }

    private static RunData run(List<List<Interval>> transfers) {
        RunRow run = RunRowBuilder.run("20261123-104210-t3").row();
        List<FunctionRow> functions = new ArrayList<>();
        List<StoredInterval> intervals = new ArrayList<>();
        for (List<Interval> own : transfers) {
            int functionIndex = functions.size();
            functions.add(FunctionRowBuilder.function(functionIndex)
                    .started(0L)
                    .delivered(
                            own.get(own.size() - 1).endMicros(),
                            own.stream().mapToLong(Interval::bytes).sum())
                    .row());
            own.forEach(interval -> intervals.add(new StoredInterval(0, functionIndex, interval)));
        }
        TrialRow trial =
                TrialRowBuilder.trial(run.id()).functions(transfers.size()).row();
        return new RunData(run, List.of(trial), functions, intervals);
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
                        intervals(run, function),
                        new BucketHistory()))
                .toList();
    }

    private static List<Interval> intervals(RunData run, FunctionRow function) {
        return run.intervals().stream()
                .filter(stored -> stored.functionIndex() == function.functionIndex())
                .map(StoredInterval::interval)
                .collect(Collectors.toList());
    }
}
