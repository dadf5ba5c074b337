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
        String why = reason == null ? "no reason given" : reason;
        return new FunctionNotReadyException(
                "Lambda could not activate function " + function + ": " + why + (why.endsWith(".") ? "" : "."),
                "Try again. If the error persists, delete the testbed and create it again.");
    }

    static FunctionNotReadyException slow(String function) {
        return new FunctionNotReadyException(
                "Lambda did not activate function " + function + " within ten minutes.", "Try again later.");
    }
}
