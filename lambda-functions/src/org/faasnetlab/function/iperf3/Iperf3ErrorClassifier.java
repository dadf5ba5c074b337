package org.faasnetlab.function.iperf3;

import java.util.Locale;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;

/** What iperf3's own words about a failure mean. */
final class Iperf3ErrorClassifier {
    private Iperf3ErrorClassifier() {}

    /**
     * @param message iperf3's words, or empty if it ended without any
     * @param transferBegan whether the test had begun
     */
    static TaskException failure(String message, boolean transferBegan) {
        String words = message.toLowerCase(Locale.ROOT);
        String sentence = message.isEmpty() ? "iperf3 exited without a result." : "iperf3: " + message + ".";
        if (words.contains("server is busy")) {
            return new TaskException(FailureReason.SERVER_BUSY, sentence, true);
        }
        if (words.startsWith("interrupt")) { // Ctrl-C in a terminal reaches every process of the program
            return new TaskException(FailureReason.CANCELLED, sentence, false);
        }
        if (words.contains("congestion")
                || words.contains("authorization failed")
                || words.startsWith("parameter error")
                || words.startsWith("unrecognized option")) {
            return new TaskException(FailureReason.BAD_REQUEST, sentence, false);
        }
        if (transferBegan) {
            return new TaskException(FailureReason.TRANSFER_BROKEN, sentence, true);
        }
        return connectionTrouble(words)
                ? new TaskException(FailureReason.CONNECT_FAILED, sentence, true)
                : new TaskException(FailureReason.INTERNAL, sentence, false);
    }

    private static boolean connectionTrouble(String words) {
        return words.contains("unable to connect")
                || words.contains("refused")
                || words.contains("control")
                || words.contains("broken pipe")
                || words.contains("reset by peer")
                || words.contains("server has terminated")
                || words.contains("timed out")
                || words.contains("unreachable");
    }

    /** Whether the server may be free or up in a moment: both happen between two tests on one port. */
    static boolean passing(TaskException failure) {
        return failure.reason() == FailureReason.SERVER_BUSY || failure.reason() == FailureReason.CONNECT_FAILED;
    }
}
