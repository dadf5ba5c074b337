package org.faasnetlab.testing.analysis;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.RefillFit;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Kind;
import org.jspecify.annotations.Nullable;

/** How often the answers about one transfer hold the truth, beside the bursts of {@link FitGrid}. */
public final class FitCoverage {
    private static final double MEAN_OF_SHARES_MBIT = 3770 / 9.0;
    private static final double BASELINE_MBIT = 625;
    private static final double BUCKET_MIB = 300;
    private static final double PEAK_MBIT = 5000;

    /**
     * @param n transfers of which the analysis states it
     * @param held those in which it holds the truth
     */
    public record Share(int n, int held) {
        public double value() {
            return held / (double) n;
        }
    }

    private FitCoverage() {}

    /** Means of rates that vary from second to second; the true mean is that of the shares of which they are drawn. */
    public static Share meansOfUnsteadyRates(int intervalMillis, int seeds) {
        return count(
                seeds,
                seed -> BurstFit.of(Kind.SHARED_CEILING
                                        .run(0, intervalMillis, seed)
                                        .intervals())
                                instanceof BurstFit.RateChanged changed
                        ? (Boolean) holds(changed.mean(), MEAN_OF_SHARES_MBIT)
                        : null);
    }

    /** The level between a burst and the baseline, of 2,000 Mbit/s, and the baseline after it. */
    public static Share secondLevels(double jitter, int intervalMillis, int seeds) {
        return count(
                seeds,
                seed -> BurstFit.of(Kind.TWO_LEVELS
                                        .run(jitter, intervalMillis, seed)
                                        .intervals())
                                instanceof BurstFit.TwoLevels levels
                        ? (Boolean) holds(levels.first().baseline(), 2000)
                        : null);
    }

    /** The baseline after a second level. */
    public static Share baselinesAfterSecondLevels(double jitter, int intervalMillis, int seeds) {
        return count(
                seeds,
                seed -> BurstFit.of(Kind.TWO_LEVELS
                                        .run(jitter, intervalMillis, seed)
                                        .intervals())
                                instanceof BurstFit.TwoLevels levels
                        ? (Boolean) holds(levels.baseline(), BASELINE_MBIT)
                        : null);
    }

    /** Small buckets: whether a burst was found, or one of their size is not excluded. */
    public static Share burstsNotExcluded(double mebibytes, double jitter, int intervalMillis, int seeds) {
        return count(
                seeds,
                seed -> !(BurstFit.of(SyntheticTransfer.bucket(mebibytes, jitter, intervalMillis, seed))
                                instanceof BurstFit.NoBurst none)
                        || mebibytes * (1 << 20) <= none.largestHidden().bytes());
    }

    /** A bucket of 300 MiB that was emptied, refilled for a pause at 625 Mbit/s, and emptied again. */
    public static Share refills(SyntheticLink.Shape shape, double pauseSeconds, int intervalMillis, int seeds) {
        SyntheticLink link = SyntheticLink.megabits(BASELINE_MBIT, BUCKET_MIB, PEAK_MBIT, shape);
        double refilled = link.rate() * pauseSeconds;
        return count(seeds, seed -> {
            RefillFit.Transfer first =
                    new RefillFit.Transfer("sandbox", 0, link.run(10, intervalMillis, seed), new DataSize(0));
            RefillFit.Transfer second = new RefillFit.Transfer(
                    "sandbox",
                    Math.round((10 + pauseSeconds) * 1e6),
                    link.run(10, intervalMillis, 100_000 + seed, refilled, SyntheticLink.Trouble.NONE),
                    new DataSize(0));
            return RefillFit.of(first, second, new DataSize(0)) instanceof RefillFit.Measured fit && fit.high() != null
                    ? (Boolean) (fit.low().megabitsPerSecond() <= BASELINE_MBIT
                            && BASELINE_MBIT <= fit.high().megabitsPerSecond())
                    : null;
        });
    }

    private static boolean holds(Baseline rate, double megabits) {
        return rate.low().megabitsPerSecond() <= megabits
                && megabits <= rate.high().megabitsPerSecond();
    }

    private static Share count(int seeds, IntFunction<@Nullable Boolean> held) {
        List<@Nullable Boolean> answers =
                IntStream.range(0, seeds).mapToObj(held).toList();
        int n = (int) answers.stream().filter(answer -> answer != null).count();
        return new Share(n, (int) answers.stream().filter(Boolean.TRUE::equals).count());
    }
}
