package org.faasnetlab.testing.analysis;

import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;

/** Rows with only what a calculation needs; times in milliseconds after T0. */
public final class MinimalRows {
    private MinimalRows() {}

    public static TrialRow trial(int functions) {
        return TrialRowBuilder.trial("run")
                .status(RunStatus.PARTIAL)
                .functions(functions)
                .row();
    }

    public static FunctionRow finished(int functionIndex, long startMillis, long millis, long bytes) {
        return ready(functionIndex)
                .started(startMillis * 1000)
                .delivered(millis * 1000, bytes)
                .row();
    }

    public static FunctionRow failed(int functionIndex, Long startMillis) {
        return ready(functionIndex)
                .started(startMillis == null ? null : startMillis * 1000)
                .failed(FailureReason.TRANSFER_BROKEN, null)
                .row();
    }

    public static FunctionRow cutOff(int functionIndex) {
        return ready(functionIndex).row();
    }

    private static FunctionRowBuilder ready(int functionIndex) {
        return FunctionRowBuilder.function(functionIndex).ready("s", true, 1);
    }

    public static StoredInterval interval(int functionIndex, long startMillis, long millis, long bytes) {
        return new StoredInterval(0, functionIndex, new Interval(startMillis * 1000, millis * 1000, bytes, null));
    }
}
