package org.faasnetlab.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of intervals. There can be millions of them, of which only the numbers differ, so that these alone are
 * made into text, straight into bytes.
 */
final class IntervalRowWriter {
    /** More than the numbers of a row can take. */
    private static final int MAX_ROW_BYTES = 200;

    /** More than a metric's value can take: a double without an exponent has at most 309 digits before the point. */
    private static final int MAX_METRIC_BYTES = 800;

    private static final byte[][] DIRECTIONS = Arrays.stream(Direction.values())
            .map(direction -> direction.id().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private static final byte[] UNKNOWN = RunRow.UNKNOWN.getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int length;
    private final List<Metric> metrics;
    private byte[] prefix = {};
    private IntFunction<@Nullable Direction> directions = functionIndex -> Direction.DOWNLOAD;
    private byte[] suffix = {};

    /** @param metrics whose values stand at the end of each row */
    IntervalRowWriter(OutputStream out, List<Metric> metrics) {
        this.out = out;
        this.metrics = metrics;
    }

    /**
     * Begins a trial.
     *
     * @param prefix what a row begins with, before the number of the function
     * @param directions the direction of a function, which follows its number; null if it is unknown
     * @param suffix what follows the number of retransmits
     */
    void beginTrial(String prefix, IntFunction<@Nullable Direction> directions, String suffix) {
        this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
        this.directions = directions;
        this.suffix = suffix.getBytes(StandardCharsets.UTF_8);
    }

    void put(int functionIndex, Interval interval) throws IOException {
        put(
                functionIndex,
                interval.offsetMicros(),
                interval.durationMicros(),
                interval.bytes(),
                Math.round(interval.bandwidth().bitsPerSecond()),
                interval.retransmits());
        for (Metric metric : metrics) {
            buffer[length++] = ',';
            BigDecimal value = ExportValues.metric(metric, interval.metrics().get(metric.id()));
            if (value != null) {
                put(value.toPlainString().getBytes(StandardCharsets.US_ASCII));
            }
        }
        buffer[length++] = '\r';
        buffer[length++] = '\n';
    }

    private void put(
            int functionIndex,
            long offsetMicros,
            long durationMicros,
            long bytes,
            long bitsPerSecond,
            @Nullable Long retransmits)
            throws IOException {
        Direction stated = directions.apply(functionIndex);
        byte[] direction = stated == null ? UNKNOWN : DIRECTIONS[stated.ordinal()];
        if (buffer.length - length
                < prefix.length
                        + direction.length
                        + suffix.length
                        + MAX_ROW_BYTES
                        + MAX_METRIC_BYTES * metrics.size()) {
            flush();
        }
        put(prefix);
        put(functionIndex);
        buffer[length++] = ',';
        put(direction);
        buffer[length++] = ',';
        putSeconds(offsetMicros);
        buffer[length++] = ',';
        putSeconds(durationMicros);
        buffer[length++] = ',';
        put(bytes);
        buffer[length++] = ',';
        put(bitsPerSecond);
        buffer[length++] = ',';
        if (retransmits != null) {
            put(retransmits);
        }
        buffer[length++] = ',';
        put(suffix);
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void put(byte[] text) {
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
    }

    private void put(long number) {
        if (number < 0) {
            buffer[length++] = '-';
            putDigits(-number, 1);
        } else {
            putDigits(number, 1);
        }
    }

    private void putSeconds(long micros) {
        if (micros < 0) {
            buffer[length++] = '-';
        }
        long size = Math.abs(micros);
        putDigits(size / 1_000_000, 1);
        buffer[length++] = '.';
        putDigits(size % 1_000_000, 6);
    }

    private void putDigits(long number, int minDigits) {
        int digits = minDigits;
        for (long power = power(minDigits); power > 0 && number >= power && digits < 19; power *= 10) {
            digits++;
        }
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private static long power(int digits) {
        return digits == 1 ? 10 : 1_000_000;
    }
}
