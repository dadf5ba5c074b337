package org.faasnetlab.analysis.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the trials of a cell are known precisely enough to stop: from {@value #MIN_TRIALS} trials on, when the 95 %
 * interval of their median has the target width and nothing speaks against their independence. A rule that looks at the
 * interval after each trial stops where the interval happens to be narrow, so that the interval holds the truth less often
 * than 95 %; docs/methods.md has how often.
 *
 * @param widthPercent wanted width of the interval in percent of the median, above 0
 */
public record PrecisionRule(double widthPercent) {
    /** Below this number of trials, independence cannot be tested. */
    public static final int MIN_TRIALS = SampleStatistics.MIN_FOR_MEDIAN_INTERVAL;

    /**
     * Whether the interval of the median has the target width, so that no more trials are needed.
     *
     * @param trials the values of each trial, at least one in each, in the order in which they were measured
     */
    public boolean isMetBy(List<double[]> trials) {
        Double width = widthPercent(trials);
        return width != null
                && trials.size() >= MIN_TRIALS
                && width <= widthPercent
                && sequence(trials) == SequenceFinding.INDEPENDENT;
    }

    /** What speaks against the independence of the trials, by their medians. */
    public static SequenceFinding sequence(List<double[]> trials) {
        return SequenceFinding.of(
                trials.stream().mapToDouble(trial -> Quantiles.of(trial, 0.5)).toArray());
    }

    /** Width of the interval over the trials in percent of the median; null with less than two. */
    public static @Nullable Double widthPercent(List<double[]> trials) {
        CellStatistics sample = CellStatistics.of(trials);
        if (sample == null || sample.isOfOneTrial() || sample.medianInterval() == null || sample.median() == 0) {
            return null;
        }
        SampleStatistics.Range interval = sample.medianInterval();
        return 100 * (interval.high() - interval.low()) / sample.median();
    }
}
