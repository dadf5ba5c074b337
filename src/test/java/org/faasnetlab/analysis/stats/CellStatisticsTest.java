package org.faasnetlab.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.faasnetlab.testing.analysis.IntervalCoverage;
import org.faasnetlab.testing.analysis.IntervalCoverage.Statistic;
import org.faasnetlab.testing.analysis.SimulatedTrials;
import org.faasnetlab.testing.analysis.SimulatedTrials.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellStatisticsTest {
    private static final int SAMPLES = 1_000;

    /** The medians of the trials are 2, 12 and 22: Student's quantile for 2 degrees of freedom is 4.3027. */
    @Test
    void theMedianIsThatOfTheTrials() {
        CellStatistics cell = Objects.requireNonNull(CellStatistics.of(
                List.of(new double[] {1, 2, 3}, new double[] {11, 12, 500}, new double[0], new double[] {21, 22, 23})));

        assertThat(cell.trials()).isEqualTo(3);
        assertThat(cell.values()).isEqualTo(9);
        assertThat(cell.median()).isEqualTo(12);
        SampleStatistics.Range interval = Objects.requireNonNull(cell.medianInterval());
        assertThat(interval.low()).isCloseTo(12 - 24.841, within(0.001));
        assertThat(interval.high()).isCloseTo(12 + 24.841, within(0.001));
        assertThat(cell.betweenTrials()).isCloseTo(10 / 12.0, within(1e-9));
        assertThat(cell.isOfOneTrial()).isFalse();
    }

    @Test
    void oneTrialHasTheIntervalOfItsFunctions() {
        CellStatistics cell =
                Objects.requireNonNull(CellStatistics.of(List.of(new double[] {1, 2, 3, 4, 5}, new double[0])));

        assertThat(cell.isOfOneTrial()).isTrue();
        assertThat(cell.medianInterval())
                .isEqualTo(SampleStatistics.of(new double[] {1, 2, 3, 4, 5}).medianInterval());
        assertThat(cell.betweenTrials()).isNull();
    }

    @Test
    void aCellWithoutValuesHasNoStatistics() {
        assertThat(CellStatistics.of(List.of(new double[0]))).isNull();
    }

    /** With 1 to 21 in each trial, the 5th percentile is 2, and with 101 to 121 it is 102. */
    @Test
    void percentilesAreThoseOfTheFunctionsOfATrial() {
        CellStatistics cell =
                Objects.requireNonNull(CellStatistics.of(List.of(values(1, 21), values(101, 121), values(201, 221))));
        assertThat(cell.p5()).isEqualTo(102);
        assertThat(cell.p95()).isEqualTo(120);
        assertThat(cell.p5Interval()).isNotNull();

        assertThat(Objects.requireNonNull(CellStatistics.of(List.of(values(1, 21), values(101, 119))))
                        .p5())
                .isNull();
    }

    @Test
    void percentilesOfTrialsWithOneFunctionAreThoseOfTheTrials() {
        CellStatistics cell = Objects.requireNonNull(CellStatistics.ofTrials(values(1, 21)));
        assertThat(cell.trials()).isEqualTo(21);
        assertThat(cell.p5()).isEqualTo(2);
        assertThat(cell.variation()).isNull();
    }

    /** The bounds are 93 to 97 % and less than three standard errors of 1,000 samples. The benchmark "intervals" has every case. */
    @ParameterizedTest
    @CsvSource({"NORMAL, 0, 2", "NORMAL, 0.8, 3", "SKEWED, 0.4, 5", "OUTLIERS, 0.8, 6", "NORMAL, 0.2, 10"})
    void intervalsHoldTheTruthIn95OfAHundredSamples(Shape shape, double correlation, int trials) {
        IntervalCoverage coverage = new IntervalCoverage(new SimulatedTrials(shape, correlation, 24), SAMPLES);
        for (Statistic statistic : Statistic.values()) {
            assertThat(coverage.ofCell(statistic, trials)).as(statistic.name()).isBetween(0.93, 0.97);
        }
    }

    /** Pooled as if functions were independent, these processes are called different in 33 to 80 of a hundred. */
    @ParameterizedTest
    @CsvSource({
        "NORMAL, 0, 2",
        "NORMAL, 0.8, 2",
        "SKEWED, 0.8, 4",
        "OUTLIERS, 0.4, 3",
        "NORMAL, 0.4, 6",
        "NORMAL, 0.8, 10"
    })
    void equalProcessesAreCalledDifferentInAtMost7OfAHundred(Shape shape, double correlation, int trials) {
        IntervalCoverage coverage = new IntervalCoverage(new SimulatedTrials(shape, correlation, 16), SAMPLES);
        assertThat(coverage.calledDifferent(trials)).isLessThanOrEqualTo(0.07);
        assertThat(coverage.pairsCalledDifferent(trials)).isLessThanOrEqualTo(0.07);
    }

    /** Two one-sided tests at 2.5 % each: processes that differ by 5 % are called equivalent within 5 % in few cases. */
    @ParameterizedTest
    @CsvSource({"NORMAL, 0, 2", "SKEWED, 0.8, 3", "OUTLIERS, 0.4, 6", "NORMAL, 0.4, 10"})
    void differencesAreHeldAndEquivalenceIsRarelyFalse(Shape shape, double correlation, int trials) {
        IntervalCoverage coverage = new IntervalCoverage(new SimulatedTrials(shape, correlation, 16), SAMPLES);
        assertThat(coverage.calledEquivalent(trials, 1.05, 0.05)).isLessThanOrEqualTo(0.05);
        assertThat(coverage.ofTrueShift(trials)).isBetween(0.93, 0.985);
        assertThat(coverage.ofTrueRatio(trials)).isBetween(0.93, 0.985);
    }

    /** The order of the trials counts, and from 6 on. */
    @Test
    void trialsThatRiseAreNoIndependentSample() {
        List<double[]> rising = IntStream.range(0, 8)
                .mapToObj(trial -> values(100 + 5 * trial, 104 + 5 * trial))
                .toList();
        assertThat(Objects.requireNonNull(CellStatistics.of(rising)).sequence()).isEqualTo(SequenceFinding.DRIFT);
        assertThat(Objects.requireNonNull(CellStatistics.of(rising.subList(0, 5)))
                        .sequence())
                .isEqualTo(SequenceFinding.INDEPENDENT);
        List<double[]> mixed =
                List.of(5, 0, 3, 6, 2, 7, 1, 4).stream().map(rising::get).toList();
        assertThat(Objects.requireNonNull(CellStatistics.of(mixed)).sequence()).isEqualTo(SequenceFinding.INDEPENDENT);
        assertThat(Objects.requireNonNull(CellStatistics.ofTrials(values(1, 8))).sequence())
                .isEqualTo(SequenceFinding.DRIFT);
        assertThat(Objects.requireNonNull(CellStatistics.of(List.of(values(1, 8))))
                        .sequence())
                .as("of functions of one trial")
                .isEqualTo(SequenceFinding.INDEPENDENT);
    }

    private static double[] values(int first, int last) {
        double[] values = IntStream.rangeClosed(first, last).mapToDouble(i -> i).toArray();
        return Arrays.copyOf(values, values.length);
    }
}
