package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.invoke.eventstream.EventStreamDecoder;
import org.faasnetlab.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Reads the body of a successful response: events with the lines of the function, then one event with the outcome. */
final class StreamedBodyReader implements ResponseBodyReader {
    private final EventStreamDecoder frames = new EventStreamDecoder();
    private final OngoingInvocation call;
    private final RecordDecoder records;

    StreamedBodyReader(OngoingInvocation call) {
        this.call = call;
        this.records = new RecordDecoder(call);
    }

    @Override
    public void accept(ByteBuffer bytes) throws ProtocolException {
        List<Message> messages = new ArrayList<>();
        frames.accept(bytes, messages::add);
        for (Message message : messages) {
            read(message);
        }
    }

    @Override
    public void complete() {
        call.end(new InvocationEnd.Broken(
                frames.hasPartialFrame()
                        ? "The connection was closed during the function response."
                        : "The connection was closed before the service reported the end of the function."));
    }

    private void read(Message message) throws ProtocolException {
        switch (header(message, ":message-type")) {
            case "event" -> readEvent(message);
            case "exception" ->
                call.end(ServiceErrorParser.ofException(header(message, ":exception-type"), message.getPayload()));
            case "error" ->
                call.end(new InvocationEnd.FunctionError(
                        header(message, ":error-code"), header(message, ":error-message")));
            default -> throw new ProtocolException("an event without a type");
        }
    }

    private void readEvent(Message message) throws ProtocolException {
        switch (header(message, ":event-type")) {
            case "PayloadChunk" -> records.accept(ByteBuffer.wrap(message.getPayload()));
            case "InvokeComplete" -> call.end(end(message.getPayload()));
            default -> {
                // Ignore unknown event types of later versions of the service; the function's records do not depend on
                // them.
            }
        }
    }

    private InvocationEnd end(byte[] payload) throws ProtocolException {
        InvocationEnd end = ServiceErrorParser.ofInvokeComplete(payload);
        if (end instanceof InvocationEnd.Complete) {
            records.requireWhole();
        }
        return end;
    }

    private static String header(Message message, String name) throws ProtocolException {
        @Nullable HeaderValue value = message.getHeaders().get(name);
        if (value == null) {
            return "";
        }
        try {
            return value.getString();
        } catch (IllegalStateException e) {
            throw new ProtocolException("the header " + name + " of an event is not text", e);
        }
    }
}
