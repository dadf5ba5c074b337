package org.faasnetlab.function.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body of known length; if the connection closes early, reading throws instead of reporting the end of the body. */
final class FixedLengthInput extends BodyInput {
    private final InputStream in;
    private long remaining;

    FixedLengthInput(InputStream in, long length) {
        this.in = in;
        this.remaining = length;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, remaining));
        if (read < 0) {
            throw new EOFException("the connection was closed " + remaining + " bytes before the end of the body");
        }
        remaining -= read;
        return read;
    }
}
