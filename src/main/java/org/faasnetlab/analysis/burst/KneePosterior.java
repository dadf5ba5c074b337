package org.faasnetlab.analysis.burst;

import java.util.Random;

/**
 * In which interval the bucket was empty: the probability of each interval near the borders that the levels have, given both
 * levels (D. V. Hinkley, "Inference about the Change-Point in a Sequence of Random Variables", Biometrika 57, 1970, with a
 * uniform prior). The interval of the knee itself is partly one level and partly the other and counts for neither.
 *
 * <p>Shorter intervals than 100 ms are correlated, because senders and refills vary from one 100 ms to the next and refills
 * come in pulses. So each interval of the burst counts by its share of 100 ms, and of the level after it means over 100 ms
 * are judged.
 */
final class KneePosterior {
    private static final double JUDGED_SECONDS = 0.1;

    private final CumulativeBytes all;
    private final int first;
    /** Points over which a mean is judged. */
    private final int each;

    private final double[] cumulative;
    private final int likeliest;

    /**
     * A level.
     *
     * @param mean in bytes per second
     * @param deviation standard deviation of the mean over 100 ms, or over an interval if that is longer
     * @param from first point of the level
     * @param to last point of it
     */
    record Rate(double mean, double deviation, int from, int to) {
        /** Twice the negative logarithm of the likelihood of a mean, without constants. */
        private double cost(double rate) {
            double off = (rate - mean) / deviation;
            return off * off + 2 * Math.log(deviation);
        }
    }

    /**
     * @param first first point that may be the end of the interval
     * @param last last point that may be
     */
    KneePosterior(CumulativeBytes all, int first, int last, Rate burst, Rate after) {
        this.all = all;
        this.first = first;
        this.each = each(all);
        double[] costs = after(after, last);
        double ofBurst = 0;
        int best = 0;
        for (int i = 0; i < costs.length; i++) {
            int end = first + i;
            // Those of the burst count from the first interval that may be after it.
            ofBurst += i > 0 && end - 2 >= burst.from() ? burst.cost(rate(end - 2, end - 1)) / each : 0;
            costs[i] += ofBurst + between(rate(end - 1, end), burst, after) / each;
            best = costs[i] < costs[best] ? i : best;
        }
        likeliest = first + best;
        cumulative = new double[costs.length];
        double sum = 0;
        for (int i = 0; i < costs.length; i++) {
            sum += Math.exp((costs[best] - costs[i]) / 2);
            cumulative[i] = sum;
        }
    }

    /** Intervals of about 100 ms, at least one. */
    static int each(CumulativeBytes all) {
        return (int) Math.max(1, Math.round(JUDGED_SECONDS / all.step()));
    }

    /**
     * What the level after the burst costs, from each point that may be the end of the burst to the last of them. Of means that
     * reach beyond it, the part up to it counts.
     */
    private double[] after(Rate after, int last) {
        int points = last - first + 1;
        double[] sums = new double[points + each];
        int[] means = new int[points + each];
        double[] costs = new double[points];
        for (int i = points - 2; i >= 0; i--) {
            int point = first + i;
            if (point + each <= after.to()) {
                sums[i] = after.cost(rate(point, point + each)) + sums[i + each];
                means[i] = 1 + means[i + each];
                costs[i] = sums[i] / means[i] * (last - point) / each;
            } else {
                costs[i] = after.cost(rate(point, after.to())) * (last - point) / each;
            }
        }
        return costs;
    }

    /** What the interval of the knee costs: as much as one of a level on average, if it lies between both. */
    private static double between(double rate, Rate burst, Rate after) {
        double deviation = Math.sqrt(burst.deviation() * after.deviation());
        double off = Math.max(0, Math.max(after.mean() - rate, rate - burst.mean()));
        double outside = off / (rate < after.mean() ? after.deviation() : burst.deviation());
        return 1 + outside * outside + 2 * Math.log(deviation);
    }

    private double rate(int from, int to) {
        return (all.bytes()[to] - all.bytes()[from]) / (all.seconds()[to] - all.seconds()[from]);
    }

    /** The point at the end of the likeliest interval. */
    int likeliest() {
        return likeliest;
    }

    /** The point at the end of an interval drawn by its probability. */
    int draw(Random random) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int i = 0;
        while (i < cumulative.length - 1 && cumulative[i] < at) {
            i++;
        }
        return first + i;
    }
}
