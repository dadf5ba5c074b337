package org.faasnetlab.function.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the lines of message heads and chunk headers. */
final class HttpLineReader {
    private static final int MAX_LINE_BYTES = 64 * 1024;

    private HttpLineReader() {}

    static String read(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (line.length() >= MAX_LINE_BYTES) {
                throw new HttpProtocolException("a line exceeds " + MAX_LINE_BYTES + " bytes");
            }
            line.append((char) next);
            next = in.read();
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }
}
