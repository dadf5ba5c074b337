package org.faasnetlab.export.importing;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One test as an iperf3 program reported it. Filled in while the file is read.
 *
 * <p>The client takes the place of the function: what it sends is an upload.
 */
final class Iperf3Test {
    /** Sums over the whole test, as one end counted them. */
    record Sum(
            long durationMicros,
            long bytes,
            @Nullable Long retransmits,
            @Nullable Double jitterMicros,
            @Nullable Long lost) {}

    /** One of the two ways of a test; only a test with {@code --bidir} has both. */
    static final class Way {
        final Direction direction;
        final List<Interval> intervals = new ArrayList<>();

        @Nullable
        Sum sent;

        @Nullable
        Sum received;

        boolean omitting;

        Way(Direction direction) {
            this.direction = direction;
        }
    }

    String version = "";
    String system = "";

    @Nullable
    String cookie;

    @Nullable
    Long startedMillis;

    boolean server;
    String protocol = "TCP";
    int streams = 1;
    int omitSeconds;
    int plannedSeconds;
    boolean reverse;

    @Nullable
    Long mss;

    @Nullable
    String congestion;

    @Nullable
    Double hostPercent;

    @Nullable
    Double remotePercent;

    @Nullable
    String error;

    boolean ended;

    @Nullable
    Way main;

    @Nullable
    Way other;

    /** The way of {@code sum}: from the client to the server unless the test is reversed. */
    Way main() {
        Way known = main;
        if (known == null) {
            known = new Way(reverse ? Direction.DOWNLOAD : Direction.UPLOAD);
            main = known;
        }
        return known;
    }

    /** The way of {@code sum_bidir_reverse}. */
    Way other() {
        Way known = other;
        if (known == null) {
            known = new Way(reverse ? Direction.UPLOAD : Direction.DOWNLOAD);
            other = known;
        }
        return known;
    }

    List<Way> ways() {
        Way second = other;
        return second == null ? List.of(main()) : List.of(main(), second);
    }

    /** Whether this program sent on this way, and so counted what was sent. */
    boolean sends(Way way) {
        return (way.direction == Direction.UPLOAD) != server;
    }

    /** Whether the user or the other end stopped a test that had begun; what was measured until then is a result. */
    boolean interrupted() {
        String text = error;
        return text != null && (text.startsWith("interrupt") || text.contains("has terminated"));
    }
}
