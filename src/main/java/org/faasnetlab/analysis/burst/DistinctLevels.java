package org.faasnetlab.analysis.burst;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.burst.RateLevels.Level;

/** The levels of a transfer that matter: without slow start and disturbances, and with similar levels as one. */
record DistinctLevels(CumulativeBytes all, RateBins bins, FitThresholds thresholds) {
    /** TCP reaches its rate within seconds: 20 round trips of 100 ms double one segment a million times. */
    static final double SLOW_START_SECONDS = 2;
    /** Slow start ends at the latest when the buffers of all streams are full: 16 streams of 16 MiB. */
    private static final double SLOW_START_BYTES = 256 << 20;
    /** A shorter level between a higher and a lower one is part of the fall. */
    private static final int MIN_BINS_OF_LEVEL = 2;
    /** Rising levels at the start belong to the slow start, as long as it can last. */
    List<Level> withoutSlowStart(List<Level> levels) {
        int first = 0;
        while (first + 1 < levels.size()
                && levels.get(first).rate() < levels.get(first + 1).rate()
                && time(levels.get(first + 1).from()) <= SLOW_START_SECONDS
                && all.at(time(levels.get(first + 1).from())) <= SLOW_START_BYTES) {
            first++;
        }
        return levels.subList(first, levels.size());
    }

    /** Without disturbances, and with levels that differ little as one. */
    List<Level> simplified(List<Level> original) {
        List<Level> levels = new ArrayList<>(original);
        while (levels.size() > 1) {
            int similar = mostSimilar(levels);
            if (ratio(levels.get(similar), levels.get(similar + 1)) < thresholds.faster()) {
                levels.set(similar, combined(levels.get(similar), levels.remove(similar + 1)));
                continue;
            }
            int disturbance = shortestDisturbance(levels);
            if (disturbance < 0) {
                break;
            }
            levels.remove(disturbance);
        }
        return levels;
    }

    private static int mostSimilar(List<Level> levels) {
        int best = 0;
        for (int i = 1; i + 1 < levels.size(); i++) {
            if (ratio(levels.get(i), levels.get(i + 1)) < ratio(levels.get(best), levels.get(best + 1))) {
                best = i;
            }
        }
        return best;
    }

    private static double ratio(Level one, Level other) {
        return Math.max(one.rate(), other.rate()) / Math.max(1, Math.min(one.rate(), other.rate()));
    }

    private int shortestDisturbance(List<Level> levels) {
        int shortest = -1;
        for (int i = 1; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean disturbance;
            if (i == levels.size() - 1) {
                disturbance = seconds(level)
                                < (level.rate() < levels.get(i - 1).rate()
                                        ? thresholds.dropSeconds()
                                        : thresholds.endSeconds())
                        || (levels.size() > 2 && seconds(level) < thresholds.endSeconds());
            } else {
                boolean between = (level.rate() - levels.get(i - 1).rate())
                                * (levels.get(i + 1).rate() - level.rate())
                        > 0;
                disturbance = between
                        ? level.to() - level.from() < MIN_BINS_OF_LEVEL
                                || seconds(level) < thresholds.dropSeconds() - 1e-9
                        : level.to() - level.from() < MIN_BINS_OF_LEVEL
                                || seconds(level) < thresholds.disturbanceSeconds();
            }
            if (disturbance && (shortest < 0 || seconds(level) < seconds(levels.get(shortest)))) {
                shortest = i;
            }
        }
        return shortest;
    }

    Level combined(Level one, Level other) {
        double weight = seconds(one) / (seconds(one) + seconds(other));
        return new Level(one.from(), other.to(), weight * one.rate() + (1 - weight) * other.rate());
    }

    double seconds(Level level) {
        return time(level.to()) - time(level.from());
    }

    /** Start of a bin in seconds. */
    double time(int bin) {
        return all.seconds()[bins.first()[bin]];
    }
}
