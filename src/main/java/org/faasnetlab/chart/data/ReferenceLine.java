package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;

/**
 * A bandwidth to compare what was measured with, drawn as a level line: a limit that is known, see {@link KnownLimits}, or
 * what the analysis found.
 *
 * @param name what it is, without its value
 */
public record ReferenceLine(Phrase name, Scope scope, Bandwidth bandwidth, Origin origin) {

    /** A line that is further above the curves than this would leave them the lower part of the chart. */
    public static final double MAX_ABOVE = 2;

    /** Whose bandwidth it is. */
    public enum Scope {
        FUNCTION,
        ALL_FUNCTIONS
    }

    /** Where it comes from. */
    public enum Origin {
        LIMIT,
        ANALYSIS;

        /** As it is called in tables. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A known limit. */
    public ReferenceLine(Phrase name, Scope scope, Bandwidth bandwidth) {
        this(name, scope, bandwidth, Origin.LIMIT);
    }

    /** Burst and baseline of the trial's typical function, as far as the analysis found them. */
    public static List<ReferenceLine> of(TrialFindings findings) {
        BurstFit fit = findings.typical() == null ? null : findings.typical().burst();
        if (findings.typical() == null || fit == null) {
            return List.of();
        }
        boolean single = findings.summary().finished() == 1;
        int function = findings.typical().function().functionIndex();
        List<ReferenceLine> lines = new ArrayList<>();
        BurstFit.Fitted burst = fit.burstOrNull();
        if (burst != null) {
            lines.add(new ReferenceLine(
                    Phrase.of(single ? "burst" : "burst of function {0}", function),
                    Scope.FUNCTION,
                    burst.burstRate(),
                    Origin.ANALYSIS));
        }
        Baseline baseline = fit.baselineOrNull();
        if (baseline != null) {
            lines.add(new ReferenceLine(
                    Phrase.of(single ? "baseline" : "baseline of function {0}", function),
                    Scope.FUNCTION,
                    baseline.rate(),
                    Origin.ANALYSIS));
        }
        return lines;
    }

    /** Its name in a table of the chart's data, for example {@code limit: simulated link}. */
    public String tableName() {
        return origin.label() + ": " + name;
    }

    /** With its value. */
    public Phrase text(BandwidthUnit unit) {
        return Phrase.of("{0}: {1}", name, unit.text(bandwidth));
    }

    /** The text of a line that is not drawn. */
    public static Phrase beyond(Phrase text) {
        return Phrase.of("{0} (beyond the scale)", text);
    }

    /**
     * Whether it is drawn: at most twice as high as the curves.
     *
     * @param highest value of the curves in bit/s
     */
    public boolean isInReach(double highest) {
        return isInReach(bandwidth.bitsPerSecond(), highest);
    }

    /** The same of a bandwidth in bit/s. */
    public static boolean isInReach(double bitsPerSecond, double highest) {
        return bitsPerSecond <= MAX_ABOVE * highest;
    }

    public static List<ReferenceLine> ofScope(Scope scope, List<ReferenceLine> lines) {
        return lines.stream().filter(line -> line.scope() == scope).toList();
    }

    /** The lowest value of curves and of the lines that are drawn over them, in bit/s. */
    public static double lowest(double ofCurves, double highestOfCurves, List<ReferenceLine> lines) {
        return lines.stream()
                .filter(line -> line.isInReach(highestOfCurves))
                .mapToDouble(line -> line.bandwidth().bitsPerSecond())
                .reduce(ofCurves, Math::min);
    }

    /** The highest value of curves and of the lines that are drawn over them, in bit/s. */
    public static double highest(double ofCurves, List<ReferenceLine> lines) {
        return lines.stream()
                .filter(line -> line.isInReach(ofCurves))
                .mapToDouble(line -> line.bandwidth().bitsPerSecond())
                .reduce(ofCurves, Math::max);
    }
}
