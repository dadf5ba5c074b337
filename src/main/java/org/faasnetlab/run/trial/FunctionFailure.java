package org.faasnetlab.run.trial;

import java.time.Duration;
import java.util.Locale;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FailureReason;

/**
 * Why a function delivered no result.
 *
 * @param message one sentence for the user
 */
record FunctionFailure(FailureReason reason, String message) {

    /** The failure of a function whose invocation ended before its last record. */
    static FunctionFailure of(InvocationEnd end) {
        return end.accept(new OfEnd());
    }

    private static final class OfEnd implements InvocationEnd.Handler<FunctionFailure> {
        @Override
        public FunctionFailure on(InvocationEnd.Complete end) {
            return new FunctionFailure(FailureReason.STREAM_BROKEN, "The function response ended without a result.");
        }

        @Override
        public FunctionFailure on(InvocationEnd.Throttled end) {
            return new FunctionFailure(
                    FailureReason.THROTTLED, "The service throttled the invocation until T0: " + end.message());
        }

        @Override
        public FunctionFailure on(InvocationEnd.Rejected end) {
            return new FunctionFailure(
                    FailureReason.REJECTED,
                    "The service rejected the invocation with status " + end.httpStatus() + " " + end.code() + ": "
                            + end.message());
        }

        @Override
        public FunctionFailure on(InvocationEnd.Unsigned end) {
            return new FunctionFailure(FailureReason.REJECTED, end.message());
        }

        @Override
        public FunctionFailure on(InvocationEnd.FunctionError end) {
            return new FunctionFailure(
                    FailureReason.FUNCTION_ERROR,
                    "The service reported a function error, " + end.code() + ": " + end.details());
        }

        @Override
        public FunctionFailure on(InvocationEnd.Broken end) {
            return new FunctionFailure(FailureReason.STREAM_BROKEN, end.message());
        }

        @Override
        public FunctionFailure on(InvocationEnd.Cancelled end) {
            return cancelled();
        }
    }

    /** The same reason with the testbed's explanation, which is more specific. */
    FunctionFailure withExplanation(LabException explanation) {
        return new FunctionFailure(reason, explanation.fullMessage());
    }

    static FunctionFailure cancelled() {
        return new FunctionFailure(FailureReason.CANCELLED, "Cancelled before it finished.");
    }

    /** @param waited since its invocation */
    static FunctionFailure slowStart(Duration waited) {
        return new FunctionFailure(
                FailureReason.SLOW_START,
                "The function was not ready within " + waited.toSeconds() + " s of its invocation.");
    }

    static FunctionFailure lateStart(Duration afterT0) {
        return new FunctionFailure(
                FailureReason.SLOW_START,
                String.format(
                        Locale.ROOT,
                        "The function was ready only %.1f s after T0, and did not finish before its deadline.",
                        afterT0.toMillis() / 1000.0));
    }

    static FunctionFailure wrongMemory(int memoryMb, int expectedMb) {
        return new FunctionFailure(
                FailureReason.WRONG_MEMORY,
                "The function has " + memoryMb + " MB of memory, but the trial measures " + expectedMb + " MB.");
    }

    static FunctionFailure noAnswer() {
        return new FunctionFailure(FailureReason.NO_ANSWER, "The function did not respond before its deadline.");
    }
}
