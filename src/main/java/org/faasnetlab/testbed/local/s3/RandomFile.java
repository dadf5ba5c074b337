package org.faasnetlab.testbed.local.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.faasnetlab.measure.DataSize;

/** Writes files whose content cannot be compressed. */
final class RandomFile {
    private static final int BLOCK_BYTES = 1 << 20;

    private RandomFile() {}

    /**
     * Writes a file of that size, in the place of one that is there.
     *
     * @throws IOException if the disk does not take it; what was written of it is left
     * @throws InterruptedException if the thread is interrupted, likewise
     */
    static void write(Path file, DataSize size) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(size.bytes());
        byte[] block = new byte[BLOCK_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size.bytes(); left > 0; left -= BLOCK_BYTES) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped while writing " + file);
                }
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, BLOCK_BYTES));
            }
        }
    }
}
