package org.faasnetlab.analysis;

import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;

/** Rows with only what a calculation needs; times in milliseconds after T0. */
final class Rows {
    private Rows() {}

    static TrialRow trial(int functions) {
        return new TrialRow(
                "run",
                0,
                0,
                RunStatus.PARTIAL,
                "iperf3",
                Direction.DOWNLOAD,
                1769,
                functions,
                1,
                10,
                null,
                "unlimited",
                1,
                "unlimited",
                0L);
    }

    static FunctionRow finished(int worker, long startMillis, long millis, long bytes) {
        return row(worker, startMillis * 1000, millis * 1000, bytes, null);
    }

    static FunctionRow failed(int worker, Long startMillis) {
        return row(worker, startMillis == null ? null : startMillis * 1000, null, null, FailureReason.TRANSFER_BROKEN);
    }

    static FunctionRow cutOff(int worker) {
        return row(worker, null, null, null, null);
    }

    private static FunctionRow row(int worker, Long start, Long duration, Long bytes, FailureReason failure) {
        return new FunctionRow(
                0, worker, 0, "s", true, 1L, start, duration, bytes, bytes, null, null, null, null, failure, null);
    }

    static FunctionInterval interval(int worker, long startMillis, long millis, long bytes) {
        return new FunctionInterval(0, worker, new Interval(startMillis * 1000, millis * 1000, bytes, null));
    }
}
