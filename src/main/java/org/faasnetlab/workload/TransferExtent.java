package org.faasnetlab.workload;

import java.time.Duration;
import java.util.function.Function;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;

/** What limits the transfer of a function: a fixed time or a number of bytes. */
public sealed interface TransferExtent {

    /** Calls the function for this kind of extent; with a new kind, callers compile only once they handle it. */
    <R> R map(Function<? super Time, R> time, Function<? super Bytes, R> bytes);

    /** For example {@code 10 s} or {@code 256 MiB}. */
    String label();

    /** The expected duration of the transfer at this bandwidth of the function. */
    Duration expectedDuration(Bandwidth ofFunction);

    /**
     * Progress of a trial, 0 to 1.
     *
     * @param sinceT0 not negative
     * @param bytes transferred by all functions
     */
    double done(Duration sinceT0, long bytes, int functions);

    /**
     * Each function transfers for some time.
     *
     * @param seconds measured time, at least 1
     * @param omittedSeconds seconds before it that the measuring program omits, at least 0
     */
    record Time(int seconds, int omittedSeconds) implements TransferExtent {

        /** Length of the whole transfer. */
        public Duration length() {
            return Duration.ofSeconds((long) seconds + omittedSeconds);
        }

        @Override
        public <R> R map(Function<? super Time, R> time, Function<? super Bytes, R> bytes) {
            return time.apply(this);
        }

        @Override
        public String label() {
            return seconds + " s";
        }

        @Override
        public Duration expectedDuration(Bandwidth ofFunction) {
            return length();
        }

        @Override
        public double done(Duration sinceT0, long bytes, int functions) {
            return Math.min(1, sinceT0.toMillis() / (double) length().toMillis());
        }
    }

    /**
     * Each function transfers a number of bytes, however long that takes.
     *
     * @param size what each function transfers, at least 1 byte
     */
    record Bytes(DataSize size) implements TransferExtent {

        @Override
        public <R> R map(Function<? super Time, R> time, Function<? super Bytes, R> bytes) {
            return bytes.apply(this);
        }

        @Override
        public String label() {
            return size.toString();
        }

        @Override
        public Duration expectedDuration(Bandwidth ofFunction) {
            return Duration.ofMillis((long) (size.bytes() * 8000.0 / ofFunction.bitsPerSecond()));
        }

        @Override
        public double done(Duration sinceT0, long bytes, int functions) {
            return Math.min(1, bytes / ((double) size.bytes() * functions));
        }
    }
}
