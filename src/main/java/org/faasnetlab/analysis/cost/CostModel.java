package org.faasnetlab.analysis.cost;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.testbed.aws.pricing.PriceSource;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.workload.Architecture;

/**
 * Cost of functions: each is billed for its memory times its time, rounded up to the next millisecond, and for the
 * request. 1 GB of memory is 1,024 MB. S3 requests, servers, storage and the free tier are not included.
 */
public final class CostModel {
    private static final double MB_PER_GB = 1024;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final PriceTable prices;

    public CostModel(PriceTable prices) {
        this.prices = prices;
    }

    /** Region and date of the price per GB-second, to be shown beside every sum. */
    public PriceSource source(Architecture architecture) {
        return prices.functionGbSecond(architecture).source();
    }

    /**
     * Billed memory times time in GB-seconds.
     *
     * @param memoryMb memory size of the functions
     * @param functionTimes time of each function
     */
    public static double gbSeconds(int memoryMb, List<Duration> functionTimes) {
        long millis = functionTimes.stream()
                .mapToLong(time -> Math.floorDiv(time.toNanos() + NANOS_PER_MILLI - 1, NANOS_PER_MILLI))
                .sum();
        return memoryMb / MB_PER_GB * millis / 1e3;
    }

    /** Cost in US dollars of functions of one memory size that ran for these times. */
    public double usd(int memoryMb, Architecture architecture, List<Duration> functionTimes) {
        return gbSeconds(memoryMb, functionTimes)
                        * prices.functionGbSecond(architecture).usd()
                + functionTimes.size() * prices.functionRequest().usd();
    }
}
