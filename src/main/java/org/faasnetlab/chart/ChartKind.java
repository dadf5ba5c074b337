package org.faasnetlab.chart;

import java.util.Locale;

/** The charts of a run. */
public enum ChartKind {
    /** Bandwidth over time, of one trial. */
    TIMELINE(true),
    /** Box plots and distributions of the functions' bandwidths. */
    DISTRIBUTION(false),
    /** Bandwidth by the factor that was varied, as lines with confidence intervals. */
    BY_FACTOR(false),
    /** The same as bars with the total as a line. */
    BY_FACTOR_BARS(false),
    /** When each function transferred, of one trial. */
    GANTT(true),
    /** Response time and cost of the whole job. */
    RESPONSE(false);

    private final boolean ofTrial;

    ChartKind(boolean ofTrial) {
        this.ofTrial = ofTrial;
    }

    /** Whether it shows one trial, rather than all of a run. */
    public boolean ofTrial() {
        return ofTrial;
    }

    /** Whether it can show any metric; the others show bandwidth, or when functions transferred and what it cost. */
    public boolean showsMetric() {
        return switch (this) {
            case TIMELINE, DISTRIBUTION, BY_FACTOR, BY_FACTOR_BARS -> true;
            case GANTT, RESPONSE -> false;
        };
    }

    /** The name in commands and files, for example {@code by-factor}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
