package org.faasnetlab.workload;

import java.util.Locale;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;

/**
 * The queue before a link of a kernel network: how much waits there before packets are dropped.
 *
 * @param unit of the limit
 * @param limit at least 1, and 0 for {@link Unit#FQ_CODEL}, which has limits of its own
 */
public record LinkQueue(Unit unit, long limit) {
    /** What a queue counts. */
    public enum Unit {
        /** The bytes that the link carries in this time at its rate. */
        MILLISECONDS,
        BYTES,
        PACKETS,
        /** Flow queues with controlled delay (RFC 8290) in place of one queue with a limit. */
        FQ_CODEL
    }

    /** The default. */
    public static final LinkQueue USUAL = new LinkQueue(Unit.MILLISECONDS, 50);

    private static final String FQ_CODEL = "fq_codel";
    private static final Phrase EXPECTED = Phrase.of("expected a queue such as 50ms, 1MiB, 100packets, or fq_codel");
    private static final long MAX_MILLISECONDS = 60_000;
    private static final long MAX_BYTES = 1L << 31;
    private static final long MAX_PACKETS = 1_000_000;

    /** A shorter queue would not hold a packet and the one that is being sent. */
    private static final long MIN_BYTES = 4 * 1514;

    /**
     * Parses a time, a size, a number of packets, or fq_codel.
     *
     * @throws IllegalArgumentException if the text is none of these, or out of range
     */
    public static LinkQueue parse(String text) {
        String given = text.trim();
        String lower = given.toLowerCase(Locale.ROOT);
        if (lower.equals(FQ_CODEL)) {
            return new LinkQueue(Unit.FQ_CODEL, 0);
        }
        if (lower.endsWith("packets")) {
            return new LinkQueue(Unit.PACKETS, number(lower.substring(0, lower.length() - 7), MAX_PACKETS));
        }
        if (lower.endsWith("ms")) {
            return new LinkQueue(Unit.MILLISECONDS, number(lower.substring(0, lower.length() - 2), MAX_MILLISECONDS));
        }
        try {
            return new LinkQueue(Unit.BYTES, inRange(DataSize.parse(given).bytes(), MAX_BYTES));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(EXPECTED, e);
        }
    }

    private static long number(String digits, long max) {
        try {
            return inRange(Long.parseLong(digits.trim()), max);
        } catch (NumberFormatException e) {
            throw new InvalidValueException(EXPECTED, e);
        }
    }

    private static long inRange(long limit, long max) {
        if (limit < 1 || limit > max) {
            throw new InvalidValueException(Phrase.of("{0}, at most 60000ms, 2GiB, or 1000000packets", EXPECTED));
        }
        return limit;
    }

    /** The text that {@link #parse} accepts. */
    public String toSetting() {
        return switch (unit) {
            case MILLISECONDS -> limit + "ms";
            case BYTES -> limit + "B";
            case PACKETS -> limit + "packets";
            case FQ_CODEL -> FQ_CODEL;
        };
    }

    /**
     * The limit in bytes on a link; empty for the units that do not count bytes.
     *
     * @param rate of the link
     */
    public Optional<Long> bytes(Bandwidth rate) {
        return switch (unit) {
            case MILLISECONDS ->
                Optional.of(Math.max(MIN_BYTES, Math.min(MAX_BYTES, Math.round(rate.bytesPerSecond() * limit / 1e3))));
            case BYTES -> Optional.of(Math.max(MIN_BYTES, limit));
            case PACKETS, FQ_CODEL -> Optional.empty();
        };
    }
}
