package org.faasnetlab.export;

import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;

/** Words that every export uses alike. */
final class ExportLabels {
    private ExportLabels() {}

    /** {@code simulated} or {@code real}. */
    static String network(RunRow run) {
        return network(run.simulatedNetwork());
    }

    static String network(boolean simulated) {
        return simulated ? "simulated" : "real";
    }

    /** {@code finished}, {@code failed}, or {@code cut-off} for a function that was under way at the end. */
    static String status(FunctionRow function) {
        if (function.failure() != null) {
            return "failed";
        }
        return function.finished() ? "finished" : "cut-off";
    }
}
