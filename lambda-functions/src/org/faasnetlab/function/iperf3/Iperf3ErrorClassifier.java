package org.faasnetlab.function.iperf3;

import java.util.Locale;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;

/** Classifies the error messages of iperf3. */
final class Iperf3ErrorClassifier {
    private Iperf3ErrorClassifier() {}

    /**
     * @param message the error message of iperf3, or empty if it exited without one
     * @param transferBegan whether the test had begun
     */
    static TaskException failure(String message, boolean transferBegan) {
        String text = message.toLowerCase(Locale.ROOT);
        String sentence = message.isEmpty() ? "iperf3 exited without a result." : "iperf3: " + message + ".";
        if (text.contains("server is busy")) {
            return new TaskException(FailureReason.SERVER_BUSY, sentence, true);
        }
        if (text.startsWith("interrupt")) { // Ctrl-C in a terminal reaches every process of the program
            return new TaskException(FailureReason.CANCELLED, sentence, false);
        }
        if (text.contains("congestion")) {
            return new TaskException(
                    FailureReason.BAD_REQUEST,
                    sentence + " Set congestion to an algorithm of the kernel that sends, such as cubic.",
                    false);
        }
        if (text.contains("authorization failed")
                || text.startsWith("parameter error")
                || text.startsWith("unrecognized option")) {
            return new TaskException(FailureReason.BAD_REQUEST, sentence, false);
        }
        if (transferBegan) {
            return new TaskException(FailureReason.TRANSFER_BROKEN, sentence, true);
        }
        return connectionTrouble(text)
                ? new TaskException(FailureReason.CONNECT_FAILED, sentence, true)
                : new TaskException(FailureReason.INTERNAL, sentence, false);
    }

    private static boolean connectionTrouble(String text) {
        return text.contains("unable to connect")
                || text.contains("refused")
                || text.contains("control")
                || text.contains("broken pipe")
                || text.contains("reset by peer")
                || text.contains("server has terminated")
                || text.contains("timed out")
                || text.contains("unreachable");
    }

    /** Whether the failure is transient: between two tests on one port the server may be busy or restarting. */
    static boolean isTransient(TaskException failure) {
        return failure.reason() == FailureReason.SERVER_BUSY || failure.reason() == FailureReason.CONNECT_FAILED;
    }
}
