package org.faasnetlab.function.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a body in chunks (RFC 9112, section 7.1), each sent immediately and in a single write. */
public final class ChunkedOutput {
    private final OutputStream out;

    public ChunkedOutput(OutputStream out) {
        this.out = out;
    }

    /** Sends one chunk of at least one byte. */
    public void write(byte[] data) throws IOException {
        byte[] head = ascii(Integer.toHexString(data.length).concat("\r\n"));
        byte[] chunk = new byte[head.length + data.length + 2];
        System.arraycopy(head, 0, chunk, 0, head.length);
        System.arraycopy(data, 0, chunk, head.length, data.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        out.write(chunk);
        out.flush();
    }

    /** Ends the body and sends the trailers, if any. */
    public void end(Map<String, String> trailers) throws IOException {
        StringBuilder end = new StringBuilder("0\r\n");
        trailers.forEach(
                (name, value) -> end.append(name).append(": ").append(value).append("\r\n"));
        out.write(ascii(end.append("\r\n").toString()));
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
