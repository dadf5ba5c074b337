package org.faasnetlab.invoke;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.protocol.FunctionRecord;
import org.jspecify.annotations.Nullable;

/** Passes an invocation on, and reports it as a call when it has ended: its records are counted by their type. */
final class ObservedInvocation implements InvocationListener {
    private final InvocationListener listener;
    private final ResponseMode mode;
    private final AwsCall.Listener observer;
    private final Instant sent = Instant.now();
    private final Map<String, Integer> records = new TreeMap<>();

    ObservedInvocation(InvocationListener listener, ResponseMode mode, AwsCall.Listener observer) {
        this.listener = listener;
        this.mode = mode;
        this.observer = observer;
    }

    @Override
    public void onRecord(FunctionRecord functionRecord) {
        records.merge(functionRecord.getClass().getSimpleName(), 1, Integer::sum);
        listener.onRecord(functionRecord);
    }

    @Override
    public void onEnd(InvocationEnd end) {
        observer.onCall(new AwsCall(
                sent,
                "Lambda",
                mode == ResponseMode.STREAMED ? "InvokeWithResponseStream" : "Invoke",
                Duration.between(sent, Instant.now()),
                end.accept(new ErrorOfEnd()),
                null,
                records.isEmpty() ? null : Map.of("records", Map.copyOf(records))));
        listener.onEnd(end);
    }

    private static final class ErrorOfEnd implements InvocationEnd.Handler<@Nullable String> {
        @Override
        public @Nullable String on(InvocationEnd.Complete end) {
            return null;
        }

        @Override
        public String on(InvocationEnd.Throttled end) {
            return "TooManyRequestsException";
        }

        @Override
        public String on(InvocationEnd.Rejected end) {
            return end.code() + " (HTTP status " + end.httpStatus() + ")";
        }

        @Override
        public String on(InvocationEnd.Unsigned end) {
            return "not signed";
        }

        @Override
        public String on(InvocationEnd.FunctionError end) {
            return end.code();
        }

        @Override
        public String on(InvocationEnd.Broken end) {
            return "connection failed";
        }

        @Override
        public String on(InvocationEnd.Cancelled end) {
            return "cancelled";
        }
    }
}
