package org.faasnetlab.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable histogram of times, with 128 classes of equal width in each power of two (the layout of HdrHistogram with
 * two significant digits): a value that is read from it differs from the measured one by at most 0.4 %. Values are
 * nanoseconds. Histograms of many functions add up to that of all of them.
 */
public final class LatencyHistogram {
    /** A histogram without values. */
    public static final LatencyHistogram EMPTY = new LatencyHistogram(new int[0], new long[0]);

    /** The longest time that is distinguished: one hour. */
    static final long MAX_NANOS = 3_600_000_000_000L;

    /** The longest text that {@link #parse} accepts: all classes, with counts of five digits. */
    private static final int MAX_TEXT = 60_000;

    private static final int CLASS_BITS = 7;
    private static final int CLASSES = 1 << CLASS_BITS;
    private static final int MAX_CLASS = classOf(MAX_NANOS);
    private static final long MAX_COUNT = 1_000_000_000_000L;
    private static final int RADIX = 36;

    private final int[] classes;
    private final long[] counts;

    private LatencyHistogram(int[] classes, long[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /** The histogram of measured times in nanoseconds; negative ones count as 0, longer ones as one hour. */
    public static LatencyHistogram of(long... nanos) {
        Builder builder = new Builder();
        for (long value : nanos) {
            builder.add(value);
        }
        return builder.build();
    }

    /** Collects times or histograms. Not thread-safe. */
    public static final class Builder {
        private final long[] counts = new long[MAX_CLASS + 1];

        /** Adds a time in nanoseconds. */
        public Builder add(long nanos) {
            counts[classOf(Math.max(0, Math.min(MAX_NANOS, nanos)))]++;
            return this;
        }

        /** Adds all times of a histogram. */
        public Builder add(LatencyHistogram other) {
            for (int i = 0; i < other.classes.length; i++) {
                counts[other.classes[i]] += other.counts[i];
            }
            return this;
        }

        public LatencyHistogram build() {
            int[] used = new int[counts.length];
            long[] kept = new long[counts.length];
            int size = 0;
            for (int number = 0; number < counts.length; number++) {
                if (counts[number] > 0) {
                    used[size] = number;
                    kept[size++] = counts[number];
                }
            }
            return size == 0 ? EMPTY : new LatencyHistogram(Arrays.copyOf(used, size), Arrays.copyOf(kept, size));
        }
    }

    private static int classOf(long nanos) {
        if (nanos < CLASSES) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - CLASS_BITS;
        return (shift << CLASS_BITS) + (int) (nanos >>> shift);
    }

    /** The middle of a class. */
    private static double middle(int number) {
        if (number < 2 * CLASSES) {
            return number;
        }
        int shift = (number >>> CLASS_BITS) - 1;
        long start = (long) (number - (shift << CLASS_BITS)) << shift;
        return start + ((1L << shift) - 1) / 2.0;
    }

    /** Number of values. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    public boolean isEmpty() {
        return classes.length == 0;
    }

    /**
     * A quantile by nearest rank, in nanoseconds; null if there are no values.
     *
     * @param share 0 for the smallest value to 1 for the largest
     */
    public @Nullable Double quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count()));
        long seen = 0;
        for (int i = 0; i < classes.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return middle(classes[i]);
            }
        }
        return null;
    }

    /** Mean of the smallest values up to a share of their number, in nanoseconds; null if there are no values. */
    public @Nullable Double meanUpTo(double share) {
        long most = Math.max(1, (long) Math.floor(share * count()));
        long taken = 0;
        double sum = 0;
        for (int i = 0; i < classes.length && taken < most; i++) {
            long some = Math.min(counts[i], most - taken);
            sum += some * middle(classes[i]);
            taken += some;
        }
        return taken == 0 ? null : (Double) (sum / taken);
    }

    /** The mean in nanoseconds; null if there are no values. */
    public @Nullable Double mean() {
        return meanUpTo(1);
    }

    /** The values of this and another histogram. */
    public LatencyHistogram plus(LatencyHistogram other) {
        return new Builder().add(this).add(other).build();
    }

    /**
     * The format in records and in the store: for each class with values the distance from the previous one and the
     * number of values, {@code distance:count} in base 36, separated by blanks.
     */
    public String toText() {
        StringBuilder text = new StringBuilder();
        int previous = 0;
        for (int i = 0; i < classes.length; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(Integer.toString(classes[i] - previous, RADIX))
                    .append(':')
                    .append(Long.toString(counts[i], RADIX));
            previous = classes[i];
        }
        return text.toString();
    }

    /**
     * Reads {@link #toText()}.
     *
     * @throws IllegalArgumentException if it is not a histogram
     */
    public static LatencyHistogram parse(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a histogram has at most " + MAX_TEXT + " characters");
        }
        String[] parts = text.split(" ", -1);
        int[] classes = new int[parts.length];
        long[] counts = new long[parts.length];
        int previous = 0;
        for (int i = 0; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("a histogram has no class " + parts[i]);
            }
            int distance = Integer.parseInt(parts[i].substring(0, colon), RADIX);
            counts[i] = Long.parseLong(parts[i].substring(colon + 1), RADIX);
            if (distance < (i == 0 ? 0 : 1) || distance > MAX_CLASS - previous) {
                throw new IllegalArgumentException("the classes of a histogram ascend");
            }
            if (counts[i] < 1 || counts[i] > MAX_COUNT) {
                throw new IllegalArgumentException("a class of a histogram has 1 to " + MAX_COUNT + " values");
            }
            previous += distance;
            classes[i] = previous;
        }
        return new LatencyHistogram(classes, counts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LatencyHistogram same
                && Arrays.equals(classes, same.classes)
                && Arrays.equals(counts, same.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(classes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return toText();
    }
}
