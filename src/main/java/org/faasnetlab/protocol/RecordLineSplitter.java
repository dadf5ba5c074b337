package org.faasnetlab.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines. Where one chunk ends and the next begins means nothing. Not safe for use by
 * several threads at once.
 */
public final class RecordLineSplitter {
    /** A longer line is no record: the limit keeps a runaway answer out of memory. */
    public static final int MAX_LINE_BYTES = 64 * 1024;

    private final ByteArrayOutputStream partial = new ByteArrayOutputStream(256);

    /**
     * Takes the next bytes and passes each line that they complete on, without its end; empty lines are passed over.
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

    /** Whether bytes of an unfinished line are held: at the end of a stream that means it was cut off. */
    public boolean hasPartialLine() {
        return partial.size() > 0;
    }
}
