package org.faasnetlab.invoke.eventstream;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Writes the events of InvokeWithResponseStream ({@code application/vnd.amazon.eventstream}) for a Lambda service. */
public final class EventStreamEncoder {
    private EventStreamEncoder() {}

    /**
     * Encodes an event as one frame.
     *
     * @param eventType {@code PayloadChunk} or {@code InvokeComplete}
     */
    public static byte[] event(String eventType, String contentType, byte[] payload) {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(":event-type", HeaderValue.fromString(eventType));
        headers.put(":content-type", HeaderValue.fromString(contentType));
        headers.put(":message-type", HeaderValue.fromString("event"));
        return new Message(headers, payload).toByteBuffer().array();
    }
}
