package org.faasnetlab.chart;

import java.util.Locale;
import org.faasnetlab.workload.Metric;

/**
 * The charts of a run. Window, report and exports list them from here: a new kind does not compile until {@link
 * RunCharts} makes it, and then has its tab, its figure and its files.
 */
public enum ChartKind {
    /** A metric over time, of one trial. */
    TIMELINE(true, "timeline", "%s over time"),
    /** Box plots and distributions of the functions' values. */
    DISTRIBUTION(false, "distribution", "Distribution of the %s per function"),
    /** Values by the factor that was varied, as lines with confidence intervals. */
    BY_FACTOR(false, "factor", "Median %s per function with its 95 %% CI"),
    /** The same as bars with the total as a line. */
    BY_FACTOR_BARS(false, "factor", "Median %s per function, and aggregate %1$s of all functions"),
    /** When each function transferred, of one trial. */
    GANTT(true, "gantt", "Transfer times of the functions"),
    /** Response time and cost of the whole job. */
    RESPONSE(false, "response", "Response time and cost of the job");

    private final boolean ofTrial;
    private final String tab;
    private final String caption;

    ChartKind(boolean ofTrial, String tab, String caption) {
        this.ofTrial = ofTrial;
        this.tab = tab;
        this.caption = caption;
    }

    /** Whether it shows one trial, rather than all of a run. */
    public boolean ofTrial() {
        return ofTrial;
    }

    /** The tab of the window that shows it. Kinds of one tab are forms between which users choose. */
    public String tab() {
        return tab;
    }

    /** What it shows, without a full stop. */
    public String caption(Metric metric) {
        String text = String.format(Locale.ROOT, caption, metric.inSentence());
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Whether it can show any metric; the others show bandwidth, or when functions transferred and what it cost. */
    public boolean showsMetric() {
        return switch (this) {
            case TIMELINE, DISTRIBUTION, BY_FACTOR, BY_FACTOR_BARS -> true;
            case GANTT, RESPONSE -> false;
        };
    }

    /** Whether it has an axis of a factor. */
    public boolean showsFactor() {
        return switch (this) {
            case BY_FACTOR, BY_FACTOR_BARS, RESPONSE -> true;
            case TIMELINE, DISTRIBUTION, GANTT -> false;
        };
    }

    /** Whether published results can be drawn over it. */
    public boolean showsPublished() {
        return switch (this) {
            case TIMELINE, DISTRIBUTION, BY_FACTOR, BY_FACTOR_BARS, RESPONSE -> true;
            case GANTT -> false;
        };
    }

    /** Whether it compares trials, so that it says nothing of a run with a single one. */
    public boolean comparesTrials() {
        return switch (this) {
            case BY_FACTOR, BY_FACTOR_BARS -> true;
            case TIMELINE, DISTRIBUTION, GANTT, RESPONSE -> false;
        };
    }

    /** The name in commands and files, for example {@code by-factor}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
