package org.faasnetlab.run.trial;

import org.faasnetlab.LabException;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.run.record.RunRowFactory;

/**
 * Why a function delivered nothing.
 *
 * @param message one sentence for a person
 */
record FunctionFailure(FailureReason reason, String message) {

    /** The failure of a function whose invocation ended before it said a last word. */
    static FunctionFailure of(InvocationEnd end) {
        if (end instanceof InvocationEnd.Throttled throttled) {
            return new FunctionFailure(
                    FailureReason.THROTTLED, "The service throttled the invocation until T0: " + throttled.message());
        }
        if (end instanceof InvocationEnd.Rejected rejected) {
            return new FunctionFailure(
                    FailureReason.REJECTED,
                    "The service rejected the invocation with status " + rejected.httpStatus() + " " + rejected.code()
                            + ": " + rejected.message());
        }
        if (end instanceof InvocationEnd.Unsigned unsigned) {
            return new FunctionFailure(FailureReason.REJECTED, unsigned.message());
        }
        if (end instanceof InvocationEnd.FunctionError error) {
            return new FunctionFailure(
                    FailureReason.FUNCTION_ERROR,
                    "The service reported a function error, " + error.code() + ": " + error.details());
        }
        if (end instanceof InvocationEnd.Broken broken) {
            return new FunctionFailure(FailureReason.STREAM_BROKEN, broken.message());
        }
        if (end instanceof InvocationEnd.Cancelled) {
            return cancelled();
        }
        return new FunctionFailure(FailureReason.STREAM_BROKEN, "The function response ended without a result.");
    }

    /** The same reason in words of the testbed, which knows more of it. */
    FunctionFailure explained(LabException inWords) {
        return new FunctionFailure(reason, RunRowFactory.sentence(inWords));
    }

    static FunctionFailure cancelled() {
        return new FunctionFailure(FailureReason.CANCELLED, "Cancelled before it finished.");
    }

    static FunctionFailure noAnswer() {
        return new FunctionFailure(FailureReason.NO_ANSWER, "The function did not respond before its deadline.");
    }
}
