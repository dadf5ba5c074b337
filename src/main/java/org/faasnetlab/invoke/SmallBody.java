package org.faasnetlab.invoke;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The body of an error; what is longer than any error is passed over. */
final class SmallBody {
    private static final int MAX_BYTES = 64 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    void add(ByteBuffer bytes) {
        byte[] chunk = new byte[Math.min(bytes.remaining(), MAX_BYTES - body.size())];
        bytes.get(chunk);
        body.writeBytes(chunk);
    }

    byte[] bytes() {
        return body.toByteArray();
    }
}
