package org.faasnetlab.ui.live;

import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.run.progress.FunctionState;
import org.faasnetlab.run.progress.ProgressSnapshot;

/** What happens in a trial, in this order. */
enum LivePhase {
    /** Servers, links and objects are prepared. */
    PREPARE,
    /** Functions are invoked and become ready. */
    READY,
    /** All functions are ready and wait for T0. */
    T0,
    MEASURE,
    /** All functions have finished; the last results are stored. */
    SAVE,
    DONE;

    static LivePhase of(ProgressSnapshot progress) {
        return switch (progress.phase()) {
            case NONE, PREPARING -> PREPARE;
            case WAITING -> allReady(progress) ? T0 : READY;
            case MEASURING -> allTerminal(progress) ? SAVE : MEASURE;
            case PAUSED -> SAVE;
            case FINISHED -> DONE;
        };
    }

    private static boolean allReady(ProgressSnapshot progress) {
        return progress.functions().stream()
                .filter(FunctionSnapshot::isValid)
                .allMatch(function -> function.state() == FunctionState.READY);
    }

    private static boolean allTerminal(ProgressSnapshot progress) {
        return progress.functions().stream()
                .allMatch(function -> function.state().isTerminal());
    }
}
