package org.faasnetlab.function.latency;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.faasnetlab.protocol.ProbeTarget;
import org.jspecify.annotations.Nullable;

/**
 * The datagram of probes and their echoes, {@value #BYTES} bytes: {@code FNLP}, a byte that is 0 in a probe and 1 in an
 * echo, three zero bytes, session, number, server time, and the first 16 bytes of an HMAC-SHA-256 over all of that. An echo is as
 * long as its probe, so that an echo server never amplifies. Not thread-safe.
 */
final class ProbeDatagram {
    static final int BYTES = ProbeTarget.DATAGRAM_BYTES;

    private static final int MAGIC = 0x464e4c50;
    private static final int MAC_BYTES = 16;
    private static final int SIGNED_BYTES = BYTES - MAC_BYTES;
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * The content of a datagram.
     *
     * @param echo whether it comes from the server
     * @param session the sender's number, so that echoes of another invocation are not counted
     * @param number number of the probe in its session, from 0
     * @param serverNanos the server's monotonic clock when it answered; 0 in a probe
     */
    record Content(boolean echo, long session, int number, long serverNanos) {}

    /** @param key hexadecimal text */
    ProbeDatagram(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** Writes a datagram into the buffer, which is then ready to be sent. */
    @SuppressWarnings("ByteBufferBackingArray") // The buffers are allocated with their arrays.
    void write(Content content, ByteBuffer buffer) {
        buffer.clear();
        buffer.putInt(MAGIC)
                .putInt(content.echo ? 1 << 24 : 0)
                .putLong(content.session)
                .putLong(content.number)
                .putLong(content.serverNanos);
        buffer.put(mac(buffer.array()), 0, MAC_BYTES).flip();
    }

    /** The content of a received datagram; null if it is not one of these, or was not made with the key. */
    @Nullable
    Content read(ByteBuffer received) {
        if (received.remaining() != BYTES || received.getInt(0) != MAGIC) {
            return null;
        }
        byte[] bytes = new byte[BYTES];
        received.get(0, bytes);
        if (!MessageDigest.isEqual(
                Arrays.copyOf(mac(bytes), MAC_BYTES), Arrays.copyOfRange(bytes, SIGNED_BYTES, BYTES))) {
            return null;
        }
        return new Content(bytes[4] == 1, received.getLong(8), (int) received.getLong(16), received.getLong(24));
    }

    private byte[] mac(byte[] datagram) {
        mac.update(datagram, 0, SIGNED_BYTES);
        return mac.doFinal();
    }
}
