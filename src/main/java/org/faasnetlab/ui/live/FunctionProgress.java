package org.faasnetlab.ui.live;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** One function of the trial under way. */
final class FunctionProgress {
    private final int functionIndex;
    private final Direction direction;
    private final RecentRate recent = new RecentRate();
    private FunctionState state = FunctionState.INVOKING;
    private @Nullable Boolean cold;
    private @Nullable Long startMicros;
    private @Nullable Long endMicros;
    private @Nullable Long receivedBytes;
    private @Nullable Bandwidth mean;
    private long bytes;

    /** @param direction its own: never both */
    FunctionProgress(int functionIndex, Direction direction) {
        this.functionIndex = functionIndex;
        this.direction = direction;
    }

    void ready(FunctionRecord.Ready ready) {
        cold = ready.cold();
        become(FunctionState.READY);
    }

    void started(long offsetMicros) {
        startMicros = offsetMicros;
        become(FunctionState.SENDING);
    }

    void measured(Interval interval) {
        if (startMicros == null) {
            startMicros = interval.offsetMicros();
        }
        recent.add(interval);
        bytes += interval.bytes();
        become(FunctionState.SENDING);
    }

    void finished(FunctionRecord.Finished totals) {
        if (state.over()) {
            return;
        }
        bytes = totals.receiverBytes();
        receivedBytes = totals.receiverBytes();
        endMicros = totals.offsetMicros() + totals.durationMicros();
        if (totals.durationMicros() > 0) {
            mean = new Bandwidth(totals.receiverBytes() * 8e6 / totals.durationMicros());
        }
        become(FunctionState.FINISHED);
    }

    /** Its trial is over. */
    void end() {
        if (state == FunctionState.INVOKING) {
            become(FunctionState.NOT_STARTED);
        }
    }

    /** A function that is over stays so: what arrives late changes no state. */
    void become(FunctionState next) {
        if (!state.over()) {
            state = next;
        }
    }

    int functionIndex() {
        return functionIndex;
    }

    Direction direction() {
        return direction;
    }

    FunctionState state() {
        return state;
    }

    /** When its transfer began, in microseconds after T0; null before. */
    @Nullable
    Long startMicros() {
        return startMicros;
    }

    /** When its transfer ended, in microseconds after T0; null if it has not finished. */
    @Nullable
    Long endMicros() {
        return endMicros;
    }

    /** What the receiver counted of the whole transfer; null until it has finished. */
    @Nullable
    Long receivedBytes() {
        return receivedBytes;
    }

    long bytes() {
        return bytes;
    }

    /** Its rate of the last second while it sends, its mean when it has finished, else null. */
    @Nullable
    Bandwidth rate() {
        return switch (state) {
            case SENDING -> recent.bandwidth();
            case FINISHED -> mean;
            case INVOKING, RETRYING, READY, FAILED, STOPPED, NOT_STARTED -> null;
        };
    }

    /** Whether it may still be, or was, a sample: functions that failed, were stopped or never began are none. */
    boolean counts() {
        return switch (state) {
            case INVOKING, RETRYING, READY, SENDING, FINISHED -> true;
            case FAILED, STOPPED, NOT_STARTED -> false;
        };
    }

    FunctionSnapshot line() {
        return new FunctionSnapshot(functionIndex, direction, state, cold, rate(), bytes);
    }
}
