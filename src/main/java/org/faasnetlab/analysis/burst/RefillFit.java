package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How fast a sandbox's token bucket refills while nothing is sent, from two transfers with a pause between them: the
 * first empties the bucket, and the burst of the second is what was refilled. The rate is that burst over the pause.
 */
public sealed interface RefillFit {

    /**
     * If the second burst is at least this share of the largest before, the bucket may have been full before the end of the
     * pause.
     */
    double FULL_SHARE = 0.95;

    /** Calls the method of the handler for this type of result and returns its result. */
    <R> R accept(Handler<R> handler);

    /**
     * Handles every type of result, so that the compiler finds handlers that lack a new type.
     *
     * @param <R> the result of handling
     */
    interface Handler<R> {
        R on(Measured fit);

        R on(NotMeasurable fit);
    }

    /**
     * The refill rate could be measured.
     *
     * @param rate refill rate while nothing was sent; a lower limit if the bucket was full again
     * @param low lower end of its 95 % interval, from that of the second burst
     * @param high upper end; null if unknown, because the bucket may have been full before the end of the pause
     */
    record Measured(
            Bandwidth rate,
            Bandwidth low,
            @Nullable Bandwidth high,
            DataSize regained,
            Duration pause,
            boolean fullAgain)
            implements RefillFit {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * The refill rate could not be measured.
     *
     * @param reason one sentence for the user
     */
    record NotMeasurable(Phrase reason) implements RefillFit {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /**
     * One function's transfer.
     *
     * @param sandboxId as the function reported it
     * @param t0EpochMicros T0 of its trial in microseconds since 1970
     * @param intervals from the transfer's start, in any order, at least one
     * @param buffered bytes in these intervals that the receiver had not received, see {@link BurstFit}
     */
    record Transfer(String sandboxId, long t0EpochMicros, List<Interval> intervals, DataSize buffered) {
        public Transfer {
            intervals = List.copyOf(intervals);
        }

        private BurstFit fit() {
            return BurstFit.of(intervals, buffered);
        }

        private long startMicros() {
            return t0EpochMicros
                    + intervals.stream().mapToLong(Interval::offsetMicros).min().orElseThrow();
        }

        private long endMicros() {
            return t0EpochMicros
                    + intervals.stream().mapToLong(Interval::endMicros).max().orElseThrow();
        }
    }

    /**
     * The refill between two transfers; the earlier one is the first argument.
     *
     * @param largest burst of the sandbox in earlier transfers, if any: the bucket holds at least so much
     */
    static RefillFit of(Transfer first, Transfer second, DataSize largest) {
        if (!Objects.equals(first.sandboxId(), second.sandboxId())) {
            return new NotMeasurable(
                    Phrase.of("The two transfers ran in different sandboxes, which do not share a bucket."));
        }
        Duration pause = Duration.ofNanos((second.startMicros() - first.endMicros()) * 1000);
        if (pause.isZero() || pause.isNegative()) {
            return new NotMeasurable(Phrase.of("There was no pause between the two transfers."));
        }
        return of(first.fit(), second.fit(), pause, largest);
    }

    private static RefillFit of(BurstFit first, BurstFit second, Duration pause, DataSize largest) {
        BurstFit.Fitted emptied = first.burstOrNull();
        BurstFit.Fitted again = second.burstOrNull();
        if (emptied == null) {
            return new NotMeasurable(
                    Phrase.of("The first transfer shows no burst that ended, so the bucket was not empty."));
        }
        if (again == null) {
            return new NotMeasurable(Phrase.of(
                    "The second transfer shows no burst after a pause of {0} s.",
                    String.format(Locale.ROOT, "%.1f", pause.toMillis() / 1e3)));
        }
        boolean full = again.burst().bytes()
                >= FULL_SHARE * Math.max(largest.bytes(), emptied.burst().bytes());
        return new Measured(
                Bandwidth.of(again.burst(), pause),
                Bandwidth.of(again.intervals().burstLow(), pause),
                full ? null : Bandwidth.of(again.intervals().burstHigh(), pause),
                again.burst(),
                pause,
                full);
    }
}
