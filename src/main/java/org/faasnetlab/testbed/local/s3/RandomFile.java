package org.faasnetlab.testbed.local.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.faasnetlab.measure.DataSize;

/** Writes files with incompressible content. */
final class RandomFile {
    private static final int BLOCK_BYTES = 1 << 20;

    private RandomFile() {}

    /**
     * Writes a file of the given size; replaces an existing file.
     *
     * @throws IOException if writing fails; a partial file remains
     * @throws InterruptedException if the thread is interrupted; a partial file remains
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
