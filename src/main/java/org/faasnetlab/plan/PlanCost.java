package org.faasnetlab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.cost.CostModel;
import org.faasnetlab.analysis.cost.Prices;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.StorageRequests;

/**
 * What the functions of a plan would cost on AWS at list prices, with their requests to S3. Servers, storage and the free
 * tier are left out. Each function is counted with the time around its transfer, in which it waits for T0.
 *
 * @param usd US dollars
 * @param prices with their date and Region, which belong beside the sum
 */
public record PlanCost(double usd, Prices prices) {

    /** With functions on x86 processors. */
    public static PlanCost of(ExperimentPlan plan, Prices prices) {
        return of(plan, prices, CostModel.Architecture.X86);
    }

    public static PlanCost of(ExperimentPlan plan, Prices prices, CostModel.Architecture architecture) {
        return of(plan.trials(), prices, architecture);
    }

    /** In US dollars with two digits that count, so that a cheap run does not cost 0.00. */
    public String dollars() {
        return dollars(usd);
    }

    /** As {@link #dollars()}, for any sum. */
    public static String dollars(double usd) {
        int digits = usd <= 0 ? 2 : Math.max(2, 1 - (int) Math.floor(Math.log10(usd)));
        return String.format(Locale.ROOT, "%." + digits + "f", usd);
    }

    private static PlanCost of(List<Trial> trials, Prices prices, CostModel.Architecture architecture) {
        CostModel model = new CostModel(prices);
        double usd = 0;
        for (Trial trial : trials) {
            Cell spec = trial.spec();
            Duration billed = PlanEstimate.AROUND_A_TRIAL.plus(PlanEstimate.length(trial));
            usd += spec.functions() * model.usd(spec.memoryMb(), architecture, List.of(billed));
            usd += requests(spec, prices);
        }
        return new PlanCost(usd, prices);
    }

    private static double requests(Cell spec, Prices prices) {
        double usd = 0;
        for (int worker = 0; worker < spec.functions(); worker++) {
            StorageRequests requests = spec.workload().requests(spec.directionOf(worker));
            usd += requests.reads() * prices.s3GetUsdPerRequest() + requests.writes() * prices.s3PutUsdPerRequest();
        }
        return usd;
    }
}
