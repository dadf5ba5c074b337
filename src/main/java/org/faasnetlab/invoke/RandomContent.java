package org.faasnetlab.invoke;

import java.io.InputStream;
import java.util.SplittableRandom;

/**
 * Bytes that cannot be compressed, made as they are read and never held. The same seed gives the same bytes, for a
 * request that is sent again must send the same.
 */
final class RandomContent extends InputStream {
    private final SplittableRandom random;
    private long left;
    private long word;
    private int wordBytes;

    RandomContent(long seed, long bytes) {
        random = new SplittableRandom(seed);
        left = bytes;
    }

    private byte next() {
        if (wordBytes == 0) {
            word = random.nextLong();
            wordBytes = Long.BYTES;
        }
        byte value = (byte) word;
        word >>>= 8;
        wordBytes--;
        return value;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        return next() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int read = (int) Math.min(length, left);
        for (int i = 0; i < read; i++) {
            target[offset + i] = next();
        }
        left -= read;
        return read;
    }

    @Override
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
