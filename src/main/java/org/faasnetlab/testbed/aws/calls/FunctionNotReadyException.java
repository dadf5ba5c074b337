package org.faasnetlab.testbed.aws.calls;

import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/** Lambda could not make a version of a function ready. */
public final class FunctionNotReadyException extends LabException {
    private static final long serialVersionUID = 1L;

    private FunctionNotReadyException(String sentence, String nextStep) {
        super(Kind.FAILED, sentence, nextStep);
    }

    static FunctionNotReadyException failed(String function, @Nullable String reason) {
        String why = reason == null ? "it says no reason" : reason;
        return new FunctionNotReadyException(
                "Lambda could not make the function " + function + " ready: " + why + (why.endsWith(".") ? "" : "."),
                "Try again; if it stays so, tear the testbed down and set it up again.");
    }

    static FunctionNotReadyException slow(String function) {
        return new FunctionNotReadyException(
                "Lambda has not made the function " + function + " ready in ten minutes.", "Try again later.");
    }
}
