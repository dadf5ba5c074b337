package org.faasnetlab.invoke.eventstream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.faasnetlab.protocol.ProtocolException;
import software.amazon.eventstream.Message;

/**
 * Splits an event stream ({@code application/vnd.amazon.eventstream}) into its messages. A frame begins with its
 * length, the length of its headers and a CRC-32 of both, 4 bytes each, and ends with a CRC-32 of everything before it.
 * Not thread-safe.
 *
 * <p>The library's MessageDecoder is not used because it allocates 2 MiB per stream: 1,000 streams would need 2 GiB.
 * This decoder allocates 1 KiB, and more only while it receives a larger frame.
 */
public final class EventStreamDecoder {
    /** Longer frames are rejected, so that a corrupt stream cannot exhaust memory. */
    public static final int MAX_FRAME_BYTES = 16 * 1024 * 1024;

    private static final int PRELUDE_BYTES = 12;
    private static final int FRAME_OVERHEAD_BYTES = 16;
    private static final int SMALL_BUFFER_BYTES = 1024;

    private byte[] buffer = new byte[SMALL_BUFFER_BYTES];
    private int filled;
    private int wanted = PRELUDE_BYTES;

    /**
     * Processes the next bytes and passes each message that they complete to the consumer.
     *
     * @throws ProtocolException if the bytes are not an event stream, a checksum is wrong, or a frame is too long
     */
    public void accept(ByteBuffer bytes, Consumer<Message> messages) throws ProtocolException {
        while (bytes.hasRemaining()) {
            int count = Math.min(wanted - filled, bytes.remaining());
            makeRoomFor(filled + count);
            bytes.get(buffer, filled, count);
            filled += count;
            if (filled == wanted && wanted == PRELUDE_BYTES) {
                wanted = frameLength();
            } else if (filled == wanted) {
                Message message = decode();
                reset();
                messages.accept(message);
            }
        }
    }

    /** Whether a frame is incomplete; at the end of a stream this means that the stream was truncated. */
    public boolean hasPartialFrame() {
        return filled > 0;
    }

    // Check before waiting for the rest of the frame: with a corrupt length the decoder would wait forever.
    private int frameLength() throws ProtocolException {
        ByteBuffer prelude = ByteBuffer.wrap(buffer, 0, PRELUDE_BYTES);
        long length = Integer.toUnsignedLong(prelude.getInt());
        long headers = Integer.toUnsignedLong(prelude.getInt());
        CRC32 crc = new CRC32();
        crc.update(buffer, 0, PRELUDE_BYTES - Integer.BYTES);
        if (crc.getValue() != Integer.toUnsignedLong(prelude.getInt())) {
            throw new ProtocolException("wrong checksum of an event prelude");
        }
        if (length > MAX_FRAME_BYTES) {
            throw new ProtocolException("an event of " + length + " bytes exceeds the maximum of " + MAX_FRAME_BYTES);
        }
        if (length < FRAME_OVERHEAD_BYTES + headers) {
            throw new ProtocolException(
                    "an event of " + length + " bytes cannot hold " + headers + " bytes of headers");
        }
        return (int) length;
    }

    private Message decode() throws ProtocolException {
        try {
            return Message.decode(ByteBuffer.wrap(buffer, 0, filled));
        } catch (IllegalArgumentException | IllegalStateException | BufferUnderflowException e) {
            throw new ProtocolException("a malformed event: " + e.getMessage(), e);
        }
    }

    private void makeRoomFor(int bytes) {
        if (bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(bytes, Math.min(2 * buffer.length, wanted)));
        }
    }

    private void reset() {
        if (buffer.length > SMALL_BUFFER_BYTES) {
            buffer = new byte[SMALL_BUFFER_BYTES];
        }
        filled = 0;
        wanted = PRELUDE_BYTES;
    }
}
