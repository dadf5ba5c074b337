package org.faasnetlab.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Splits a stream of bytes into lines, independent of chunk boundaries. Not thread-safe. */
public final class RecordLineSplitter {
    /** Longer lines are rejected, so that a faulty response cannot exhaust memory. */
    public static final int MAX_LINE_BYTES = 64 * 1024;

    private final ByteArrayOutputStream partial = new ByteArrayOutputStream(256);

    /**
     * Processes the next bytes and passes on each line that they complete, without its terminator; empty lines are
     * skipped.
     *
     * @throws ProtocolException if a line is longer than {@link #MAX_LINE_BYTES}
     */
    public void accept(ByteBuffer bytes, Consumer<String> lines) throws ProtocolException {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next != '\n') {
                partial.write(next);
                if (partial.size() > MAX_LINE_BYTES) {
                    throw new ProtocolException("a line exceeds " + MAX_LINE_BYTES + " bytes");
                }
            } else if (partial.size() > 0) {
                String line = partial.toString(StandardCharsets.UTF_8);
                partial.reset();
                lines.accept(line);
            }
        }
    }

    /** Whether a line is incomplete; at the end of a stream this means that the stream was truncated. */
    public boolean hasPartialLine() {
        return partial.size() > 0;
    }
}
