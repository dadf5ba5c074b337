package org.faasnetlab.ui.experiment;

import java.time.Duration;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanCost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.RunPrices;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a run.
 *
 * @param functions cost of its functions and their requests to S3
 * @param testbed prices of the testbed, or null if it costs nothing
 * @param time duration of the run
 */
record RunCost(PlanCost functions, @Nullable RunPrices testbed, Duration time) {
    private static final double SECONDS_PER_HOUR = 3600;

    /** @param usual prices used to estimate the cost on AWS if the functions do not run there */
    static RunCost of(ExperimentPlan plan, @Nullable RunPrices testbed, PriceTable usual, Duration time) {
        PlanCost functions =
                testbed == null ? PlanCost.of(plan, usual) : PlanCost.of(plan, testbed.table(), testbed.architecture());
        return new RunCost(functions, testbed, time);
    }

    /**
     * The servers' share in US dollars, which is charged whether or not anything is measured. Null if no price is
     * known.
     */
    @Nullable
    Double serversUsd() {
        Double hour = testbed == null ? null : testbed.serversUsdPerHour();
        return hour == null ? null : hour * time.toMillis() / 1e3 / SECONDS_PER_HOUR;
    }
}
