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

    /** The text, with an apostrophe in front if a spreadsheet would run it as a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** {@code finished}, {@code failed}, or {@code cut-off} for a function that was under way at the end. */
    static String status(FunctionRow function) {
        if (function.failure() != null) {
            return "failed";
        }
        return function.finished() ? "finished" : "cut-off";
    }
}
