package org.faasnetlab.analysis.burst;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;

/** A threshold of the analysis of bursts, with a lower and a higher value than the one in use. */
public enum VariedThreshold {
    FACTOR_BETWEEN_LEVELS(FitThresholds::faster, 1.15, 1.4, value -> with(value, 0, 0, 0, 0)),
    DISTURBANCE_SECONDS(FitThresholds::disturbanceSeconds, 0.75, 3, value -> with(0, value, 0, 0, 0)),
    DROP_AT_THE_END_SECONDS(FitThresholds::dropSeconds, 0.1, 0.8, value -> with(0, 0, value, 0, 0)),
    END_SECONDS(FitThresholds::endSeconds, 0.1, 1.5, value -> with(0, 0, 0, value, 0)),
    SHARE_OF_THE_FALL_AT_THE_KNEE(FitThresholds::fallAtKnee, 0.25, 0.75, value -> with(0, 0, 0, 0, value));

    private final double inUse;
    private final double lower;
    private final double higher;
    private final DoubleFunction<FitThresholds> thresholds;

    VariedThreshold(
            ToDoubleFunction<FitThresholds> inUse,
            double lower,
            double higher,
            DoubleFunction<FitThresholds> thresholds) {
        this.inUse = inUse.applyAsDouble(FitThresholds.IN_USE);
        this.lower = lower;
        this.higher = higher;
        this.thresholds = thresholds;
    }

    /** 0 for the value in use. */
    private static FitThresholds with(double faster, double disturbance, double drop, double end, double fall) {
        FitThresholds inUse = FitThresholds.IN_USE;
        return new FitThresholds(
                faster > 0 ? faster : inUse.faster(),
                disturbance > 0 ? disturbance : inUse.disturbanceSeconds(),
                drop > 0 ? drop : inUse.dropSeconds(),
                end > 0 ? end : inUse.endSeconds(),
                fall > 0 ? fall : inUse.fallAtKnee());
    }

    public double inUse() {
        return inUse;
    }

    public double lower() {
        return lower;
    }

    public double higher() {
        return higher;
    }

    /** The analysis with another value of this threshold. */
    public BurstFit fit(List<Interval> intervals, double value) {
        return BurstFitter.fit(List.of(intervals), new DataSize(0), thresholds.apply(value));
    }
}
