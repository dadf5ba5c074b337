package org.faasnetlab.function.http;

import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112, section 7.1). Trailers are skipped. */
final class ChunkedInput extends BodyInput {
    private final InputStream in;
    private InputStream chunk = InputStream.nullInputStream();
    private boolean first = true;
    private boolean ended;

    ChunkedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (!ended) {
            int read = chunk.read(buffer, offset, length);
            if (read >= 0) {
                return read;
            }
            nextChunk();
        }
        return -1;
    }

    private void nextChunk() throws IOException {
        if (!first && !HttpLineReader.read(in).isEmpty()) {
            throw new HttpProtocolException("a chunk is longer than its size");
        }
        first = false;
        long size = size(HttpLineReader.read(in));
        if (size > 0) {
            chunk = new FixedLengthInput(in, size);
            return;
        }
        while (!HttpLineReader.read(in).isEmpty()) {
            // trailers
        }
        ended = true;
    }

    private static long size(String line) throws HttpProtocolException {
        int extension = line.indexOf(';');
        try {
            return Long.parseUnsignedLong((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
        } catch (NumberFormatException e) {
            throw new HttpProtocolException("a chunk without a size");
        }
    }
}
