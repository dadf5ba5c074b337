package org.faasnetlab.analysis.cost;

import java.time.Duration;
import java.util.List;

/**
 * What functions cost: each is billed for its memory times its time, rounded up to the next millisecond, and for the
 * request. 1 GB of memory is 1,024 MB. S3 requests, servers, storage and the free tier are left out.
 */
public final class CostModel {
    private static final double MB_PER_GB = 1024;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The instruction set of a function, which decides its price. */
    public enum Architecture {
        X86,
        ARM
    }

    private final Prices prices;

    public CostModel(Prices prices) {
        this.prices = prices;
    }

    /** The prices' date and source belong beside every sum that is shown. */
    public Prices prices() {
        return prices;
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
        double perGbSecond =
                architecture == Architecture.ARM ? prices.lambdaArmUsdPerGbSecond() : prices.lambdaX86UsdPerGbSecond();
        return gbSeconds(memoryMb, functionTimes) * perGbSecond + functionTimes.size() * prices.lambdaUsdPerRequest();
    }
}
