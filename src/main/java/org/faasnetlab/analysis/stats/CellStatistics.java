package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import java.util.List;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a cell over its trials. The trial is the unit, because functions of one trial share a moment, a link and
 * a host: each statistic is the median over the trials of that statistic within a trial, and its 95 % interval is that of
 * this median. A cell with one trial has the statistics of the functions in that trial; what another trial would measure
 * is then unknown.
 *
 * @param trials number of trials with a value, at least 1
 * @param values number of values of all trials
 * @param median in the unit of the values
 * @param medianInterval null for one trial with one value
 * @param p5 5th percentile; null if the trials have too few values. It takes {@value
 *     SampleStatistics#MIN_FOR_PERCENTILES} in each trial, or as many trials if each has one
 * @param p5Interval null if there is none
 * @param p95 likewise
 * @param p95Interval likewise
 * @param variation coefficient of variation of the values of a trial; null if each trial has one
 * @param betweenTrials coefficient of variation of the trials' medians; null for one trial
 * @param sequence whether the trials' medians, in the order in which they were measured, may be regarded as independent,
 *     which their intervals presume
 */
public record CellStatistics(
        int trials,
        int values,
        double median,
        @Nullable Range medianInterval,
        @Nullable Double p5,
        @Nullable Range p5Interval,
        @Nullable Double p95,
        @Nullable Range p95Interval,
        @Nullable Double variation,
        @Nullable Double betweenTrials,
        SequenceFinding sequence) {

    /**
     * Computes the statistics of a cell over its trials, or of its only trial over the functions.
     *
     * @param trials the values of each trial, in the order in which they were measured; those without values do not count
     * @return null if no trial has a value
     */
    public static @Nullable CellStatistics of(List<double[]> trials) {
        List<double[]> measured =
                trials.stream().filter(values -> values.length > 0).toList();
        if (measured.isEmpty()) {
            return null;
        }
        if (measured.size() == 1) {
            SampleStatistics statistics = SampleStatistics.of(measured.get(0));
            return of(
                    1,
                    statistics.n(),
                    statistics,
                    statistics,
                    statistics.variation(),
                    null,
                    SequenceFinding.INDEPENDENT);
        }
        List<SampleStatistics> each =
                measured.stream().map(SampleStatistics::withoutIntervals).toList();
        double[] inOrder = each.stream().mapToDouble(SampleStatistics::median).toArray();
        SampleStatistics medians = SampleStatistics.of(inOrder);
        SequenceFinding sequence = SequenceFinding.of(inOrder);
        int values = each.stream().mapToInt(SampleStatistics::n).sum();
        if (values == each.size()) {
            return of(each.size(), values, medians, medians, null, medians.variation(), sequence);
        }
        SampleStatistics p5 = overTrials(each.stream().map(SampleStatistics::p5).toList());
        SampleStatistics p95 =
                overTrials(each.stream().map(SampleStatistics::p95).toList());
        SampleStatistics variation =
                overTrials(each.stream().map(SampleStatistics::variation).toList());
        return new CellStatistics(
                each.size(),
                values,
                medians.median(),
                medians.medianInterval(),
                p5 == null ? null : (Double) p5.median(),
                p5 == null ? null : p5.medianInterval(),
                p95 == null ? null : (Double) p95.median(),
                p95 == null ? null : p95.medianInterval(),
                variation == null ? null : (Double) variation.median(),
                medians.variation(),
                sequence);
    }

    private static CellStatistics of(
            int trials,
            int values,
            SampleStatistics medians,
            SampleStatistics percentiles,
            @Nullable Double variation,
            @Nullable Double betweenTrials,
            SequenceFinding sequence) {
        return new CellStatistics(
                trials,
                values,
                medians.median(),
                medians.medianInterval(),
                percentiles.p5(),
                percentiles.p5Interval(),
                percentiles.p95(),
                percentiles.p95Interval(),
                variation,
                betweenTrials,
                sequence);
    }

    /** Of one statistic of the trials; null if a trial does not have it. */
    private static @Nullable SampleStatistics overTrials(List<@Nullable Double> ofTrials) {
        double[] known = ofTrials.stream()
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length < ofTrials.size() ? null : SampleStatistics.of(known);
    }

    /**
     * Of a quantity that each trial has once, such as its aggregate bandwidth.
     *
     * @return null if there is no trial
     */
    public static @Nullable CellStatistics ofTrials(double[] values) {
        return of(Arrays.stream(values).mapToObj(value -> new double[] {value}).toList());
    }

    /** Whether the intervals are those of the functions in a single trial, rather than of trials. */
    public boolean isOfOneTrial() {
        return trials == 1;
    }
}
