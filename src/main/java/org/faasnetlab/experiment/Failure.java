package org.faasnetlab.experiment;

import org.faasnetlab.LabException;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FailureReason;

/**
 * Why a function delivered nothing.
 *
 * @param message one sentence for a person
 */
record Failure(FailureReason reason, String message) {

    /** The failure of a function whose invocation ended before it said a last word. */
    static Failure of(InvocationEnd end) {
        if (end instanceof InvocationEnd.Throttled throttled) {
            return new Failure(
                    FailureReason.THROTTLED,
                    "The service refused the function until T0 because too many run at once: " + throttled.message());
        }
        if (end instanceof InvocationEnd.Rejected rejected) {
            return new Failure(
                    FailureReason.REJECTED,
                    "The service refused the function with status " + rejected.httpStatus() + " " + rejected.code()
                            + ": " + rejected.message());
        }
        if (end instanceof InvocationEnd.Unsigned unsigned) {
            return new Failure(FailureReason.REJECTED, unsigned.message());
        }
        if (end instanceof InvocationEnd.FunctionError error) {
            return new Failure(
                    FailureReason.FUNCTION_ERROR,
                    "The service reports that the function failed, " + error.code() + ": " + error.details());
        }
        if (end instanceof InvocationEnd.Broken broken) {
            return new Failure(FailureReason.STREAM_BROKEN, broken.message());
        }
        if (end instanceof InvocationEnd.Cancelled) {
            return cancelled();
        }
        return new Failure(FailureReason.STREAM_BROKEN, "The function's answer ended without a result.");
    }

    /** The same reason in words of the testbed, which knows more of it. */
    Failure explained(LabException inWords) {
        return new Failure(reason, RunRows.sentence(inWords));
    }

    static Failure cancelled() {
        return new Failure(FailureReason.CANCELLED, "Stopped before it had finished.");
    }

    static Failure noAnswer() {
        return new Failure(FailureReason.NO_ANSWER, "The function gave no answer until its deadline.");
    }
}
