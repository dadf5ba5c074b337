package org.faasnetlab.ui.experiment;

import java.time.Duration;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanCost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.RunPrices;
import org.jspecify.annotations.Nullable;

/**
 * What a run costs.
 *
 * @param functions its functions and their requests to S3
 * @param testbed the prices of the testbed that it is to run on, or null if that costs nothing
 * @param time how long it takes
 */
record RunCost(PlanCost functions, @Nullable RunPrices testbed, Duration time) {
    private static final double SECONDS_PER_HOUR = 3600;

    /** @param usual prices for what the functions would cost on AWS, if they do not run there */
    static RunCost of(ExperimentPlan plan, @Nullable RunPrices testbed, PriceTable usual, Duration time) {
        PlanCost functions =
                testbed == null ? PlanCost.of(plan, usual) : PlanCost.of(plan, testbed.table(), testbed.architecture());
        return new RunCost(functions, testbed, time);
    }

    /** The servers' share, in US dollars: they cost whether or not anything is measured. Null if no price is known. */
    @Nullable
    Double serversUsd() {
        Double hour = testbed == null ? null : testbed.serversUsdPerHour();
        return hour == null ? null : hour * time.toMillis() / 1e3 / SECONDS_PER_HOUR;
    }
}
