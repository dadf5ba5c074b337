package org.faasnetlab.analysis.cost;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.testbed.aws.pricing.PriceSource;

/**
 * Duration of a trial as a parallel job, and the cost of its functions on AWS. The cost covers only the transfers: the
 * start of the functions and their wait for T0 are part of the measurement method.
 *
 * @param gbSeconds billed memory times time
 * @param architecture the architecture used for billing
 * @param hypothetical whether the functions did not run on AWS, so that the cost is hypothetical
 */
public record JobCost(
        JobTimes times,
        double gbSeconds,
        double usd,
        BilledArchitecture architecture,
        PriceSource priceSource,
        boolean hypothetical) {

    /** Empty if no function finished. */
    public static Optional<JobCost> of(
            List<FunctionRow> functions,
            int memoryMb,
            CostModel model,
            BilledArchitecture architecture,
            boolean hypothetical) {
        return JobTimes.of(functions)
                .map(times -> new JobCost(
                        times,
                        CostModel.gbSeconds(memoryMb, times.functionTimes()),
                        model.usd(memoryMb, architecture.architecture(), times.functionTimes()),
                        architecture,
                        model.source(architecture.architecture()),
                        hypothetical));
    }

    /** Times and cost in one sentence. */
    public Phrase sentence() {
        return Phrase.of(
                hypothetical
                        ? "The job took {0} from T0; total function time was {1}; cost on AWS would be {2} ({3} GB-s)."
                        : "The job took {0} from T0; total function time was {1}; cost of the functions was {2} ({3} GB-s).",
                seconds(times.response()),
                seconds(times.aggregated()),
                dollars(),
                String.format(Locale.ROOT, "%.2f", gbSeconds));
    }

    /** The source of the prices, in one sentence. */
    public Phrase source() {
        return Phrase.of(
                hypothetical
                        ? "Cost of transfers and requests of the functions only, at list prices for {0} in {1}, retrieved {2}, as it"
                                + " would be on AWS."
                        : "Cost of transfers and requests of the functions only, at list prices for {0} in {1}, retrieved {2}.",
                architecture.text(),
                priceSource.region(),
                priceSource.date());
    }

    /** US dollars, for example {@code 0.000294 USD}. */
    public String dollars() {
        return dollars(usd);
    }

    /** US dollars, for example {@code 0.000294 USD}. */
    public static String dollars(double usd) {
        return String.format(Locale.ROOT, usd < 0.01 ? "%.6f USD" : "%.4f USD", usd);
    }

    /** Seconds with one decimal, for example {@code 10.0 s}. */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
