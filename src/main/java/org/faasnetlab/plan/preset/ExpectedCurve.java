package org.faasnetlab.plan.preset;

import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.workload.Workload;

/** The kind of curve that a plan is expected to draw, for its picture in lists. */
public enum ExpectedCurve {
    /** A constant rate. */
    LEVEL,
    /** A burst, and the baseline after it. */
    BURST,
    /** Latency that rises with the transfer, and falls after it. */
    LOADED,
    /** A rate per function that falls with the number of functions. */
    SHARED,
    /** A rate that grows with a factor. */
    GROWING,
    /** A rate that rises in steps up to a limit. */
    SEARCH;

    /** The factors of a plan decide, then its workload, then its link. */
    public static ExpectedCurve of(ExperimentPlan plan) {
        if (plan.factors().functions().size() > 1) {
            return SHARED;
        }
        if (plan.factors().memoryMb().size() > 1 || plan.workload().combinations() > 1) {
            return GROWING;
        }
        if (plan.type().searches()) {
            return SEARCH;
        }
        Workload first = plan.workload()
                .workloads(Direction.DOWNLOAD, 1, plan.intervalMs())
                .get(0);
        if (plan.type().transfers() && first.probeMs() != null) {
            return LOADED;
        }
        return plan.network().link().burst().bytes() > 0 ? BURST : LEVEL;
    }
}
