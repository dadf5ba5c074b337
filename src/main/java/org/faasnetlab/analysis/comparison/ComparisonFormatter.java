package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** Describes how much higher one run's functions are than another's, with the confidence interval. */
public final class ComparisonFormatter {
    private ComparisonFormatter() {}

    /** One sentence for each run but the first, or a single one that the runs cannot be compared. */
    public static List<String> of(RunComparison comparison, ComparedCell cell) {
        List<String> sentences = new ArrayList<>();
        for (int run = 1; run < comparison.runs().size(); run++) {
            ComparedCell.Sample side = cell.samples().get(run);
            sentences.add(sentence(
                    comparison.metric(),
                    name(comparison, run),
                    name(comparison, 0),
                    side.differenceToFirst(),
                    cell.samples().get(0).each()));
        }
        return sentences;
    }

    private static String name(RunComparison comparison, int run) {
        return comparison.runs().get(run).id();
    }

    private static String sentence(
            Metric metric,
            String run,
            String first,
            @Nullable MedianDifference difference,
            @Nullable SampleStatistics ofFirst) {
        if (difference == null || ofFirst == null) {
            return run + " and " + first + " cannot be compared: no function finished in one of them.";
        }
        SampleStatistics.Range interval = difference.interval();
        String shift = metric.text(Math.abs(difference.shift())) + share(difference.shift(), ofFirst.median());
        if (interval == null) {
            return metric.label() + " per function was " + shift + " " + moreOrLess(difference.shift()) + " in " + run
                    + " than in " + first + ", but there are too few functions for a confidence interval.";
        }
        String between = signed(metric, interval.low()) + " to " + signed(metric, interval.high());
        if (interval.low() <= 0 && interval.high() >= 0) {
            return "No significant difference between " + run + " and " + first + ": 95 % CI " + between + ".";
        }
        return metric.label() + " per function was " + shift + " " + moreOrLess(difference.shift()) + " in " + run
                + " than in " + first + " (95 % CI " + between + ").";
    }

    private static String moreOrLess(double shift) {
        return shift < 0 ? "lower" : "higher";
    }

    private static String share(double shift, double of) {
        return of == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", Math.abs(shift) / of * 100);
    }

    /** A difference with its sign, for example {@code −3.1 Mbit/s}. */
    public static String signed(Metric metric, double difference) {
        return (difference < 0 ? "\u2212" : "+") + metric.text(Math.abs(difference));
    }
}
