package org.faasnetlab.invoke;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.protocol.FunctionRecord;

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
                end.accept(new ErrorOfEnd()).orElse(null),
                null,
                records.isEmpty() ? null : Map.of("records", Map.copyOf(records))));
        listener.onEnd(end);
    }

    private static final class ErrorOfEnd implements InvocationEnd.Handler<Optional<String>> {
        @Override
        public Optional<String> on(InvocationEnd.Complete end) {
            return Optional.empty();
        }

        @Override
        public Optional<String> on(InvocationEnd.Throttled end) {
            return Optional.of("TooManyRequestsException");
        }

        @Override
        public Optional<String> on(InvocationEnd.Rejected end) {
            return Optional.of(end.code() + " (HTTP status " + end.httpStatus() + ")");
        }

        @Override
        public Optional<String> on(InvocationEnd.Unsigned end) {
            return Optional.of("not signed");
        }

        @Override
        public Optional<String> on(InvocationEnd.FunctionError end) {
            return Optional.of(end.code());
        }

        @Override
        public Optional<String> on(InvocationEnd.Broken end) {
            return Optional.of("connection failed");
        }

        @Override
        public Optional<String> on(InvocationEnd.Cancelled end) {
            return Optional.of("cancelled");
        }
    }
}
