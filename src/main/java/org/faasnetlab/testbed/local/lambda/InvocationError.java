package org.faasnetlab.testbed.local.lambda;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why an invocation failed after it was accepted.
 *
 * @param type error type of the service or the function, for example {@code Runtime.ExitError}
 * @param json the error of the function or the service as a JSON object with errorType and errorMessage
 */
record InvocationError(String type, String json) {

    /** An error detected by the service, in the format of AWS. */
    private static InvocationError seenByService(String type, String requestId, String message) {
        String text = "RequestId: " + requestId + " Error: " + message;
        return new InvocationError(
                type, JsonText.object(new TreeMap<>(Map.of("errorType", type, "errorMessage", text))));
    }

    static InvocationError timedOut(String requestId, Duration timeout) {
        return seenByService(
                "Sandbox.Timedout",
                requestId,
                String.format(Locale.ROOT, "Task timed out after %.2f seconds", timeout.toMillis() / 1000.0));
    }

    static InvocationError notReady(String requestId, Duration limit) {
        return seenByService(
                "Sandbox.Timedout",
                requestId,
                String.format(Locale.ROOT, "The runtime asked for no event within %d seconds", limit.toSeconds()));
    }

    static InvocationError exited(String requestId, int exitStatus) {
        String reason = exitStatus == 0
                ? "Runtime exited without providing a reason"
                : "Runtime exited with error: exit status " + exitStatus;
        return seenByService("Runtime.ExitError", requestId, reason);
    }

    static InvocationError notStarted(String requestId, String reason) {
        return seenByService("Runtime.InvalidEntrypoint", requestId, reason);
    }

    static InvocationError stopped(String requestId) {
        return seenByService("Runtime.ExitError", requestId, "Runtime was stopped: signal: killed");
    }

    static InvocationError brokenAnswer(String requestId) {
        return seenByService("Runtime.TruncatedResponse", requestId, "Response stream was not completed");
    }
}
