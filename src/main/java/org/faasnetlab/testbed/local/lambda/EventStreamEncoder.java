package org.faasnetlab.testbed.local.lambda;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes messages in the {@code application/vnd.amazon.eventstream} encoding: total length, length of the headers,
 * CRC-32 of these eight bytes, headers, payload, CRC-32 of all before. Numbers are big-endian.
 */
final class EventStreamEncoder {
    private static final int PRELUDE_BYTES = 12;
    private static final int CHECKSUM_BYTES = 4;
    private static final byte STRING_TYPE = 7;

    private EventStreamEncoder() {}

    /** An event of InvokeWithResponseStream: {@code PayloadChunk} or {@code InvokeComplete}. */
    static byte[] event(String eventType, String contentType, byte[] payload) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(":event-type", eventType);
        headers.put(":content-type", contentType);
        headers.put(":message-type", "event");
        return encode(headers, payload);
    }

    private static byte[] encode(Map<String, String> headers, byte[] payload) {
        int headerBytes = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            headerBytes += 4 + header.getKey().length() + header.getValue().length();
        }
        ByteBuffer frame = ByteBuffer.allocate(PRELUDE_BYTES + headerBytes + payload.length + CHECKSUM_BYTES);
        frame.putInt(frame.capacity()).putInt(headerBytes).putInt(checksum(frame));
        headers.forEach((name, value) -> {
            frame.put((byte) name.length()).put(name.getBytes(StandardCharsets.US_ASCII));
            frame.put(STRING_TYPE).putShort((short) value.length()).put(value.getBytes(StandardCharsets.US_ASCII));
        });
        frame.put(payload).putInt(checksum(frame));
        return frame.array();
    }

    private static int checksum(ByteBuffer written) {
        CRC32 crc = new CRC32();
        crc.update(written.array(), 0, written.position());
        return (int) crc.getValue();
    }
}
