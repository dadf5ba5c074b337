package org.faasnetlab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.testbed.aws.pricing.PriceSource;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.workload.Architecture;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;

/**
 * Cost of a plan's functions on AWS at list prices, with their requests to S3. Servers, storage and the free tier are
 * not included. Each function is counted with the time around its transfer, in which it waits for T0.
 *
 * @param usd US dollars
 * @param source Region and date of the prices, to be shown beside the sum
 */
public record PlanCost(double usd, PriceSource source) {

    /** Cost of functions on x86_64. */
    public static PlanCost of(ExperimentPlan plan, PriceTable prices) {
        return of(plan, prices, Architecture.X86_64);
    }

    public static PlanCost of(ExperimentPlan plan, PriceTable prices, Architecture architecture) {
        return of(plan.trials(), prices, architecture);
    }

    /** US dollars with two significant digits, so that a cheap run does not cost 0.00. */
    public String dollars() {
        return dollars(usd);
    }

    /** As {@link #dollars()}, for any sum. */
    public static String dollars(double usd) {
        int digits = usd <= 0 ? 2 : Math.max(2, 1 - (int) Math.floor(Math.log10(usd)));
        return String.format(Locale.ROOT, "%." + digits + "f", usd);
    }

    private static PlanCost of(List<Trial> trials, PriceTable prices, Architecture architecture) {
        CostModel model = new CostModel(prices);
        double usd = 0;
        for (Trial trial : trials) {
            Cell cell = trial.cell();
            Duration billed = PlanEstimate.TRIAL_OVERHEAD.plus(PlanEstimate.length(trial));
            usd += cell.functions() * model.usd(cell.memoryMb(), architecture, List.of(billed));
            usd += requests(cell, prices);
        }
        return new PlanCost(usd, model.source(architecture));
    }

    private static double requests(Cell cell, PriceTable prices) {
        double usd = 0;
        for (int functionIndex = 0; functionIndex < cell.functions(); functionIndex++) {
            Workload.StorageRequests requests = cell.workload().requests(cell.directionOf(functionIndex));
            usd += requests.reads() * prices.s3Get().usd()
                    + requests.writes() * prices.s3Put().usd();
        }
        return usd;
    }
}
