package org.faasnetlab.testbed.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the output of a function process to a file, up to a limit. Further output is read and dropped, so that the
 * process does not block. No file is created if there is no output.
 */
final class SandboxLog implements Runnable {
    static final int MAX_BYTES = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(SandboxLog.class);
    private static final byte[] CUT =
            "\n[The rest is omitted: the log has reached 1 MiB.]\n".getBytes(StandardCharsets.UTF_8);

    private final InputStream output;
    private final Path file;
    private int written;

    SandboxLog(InputStream output, Path file) {
        this.output = output;
        this.file = file;
    }

    @Override
    public void run() {
        try (InputStream source = output) {
            byte[] buffer = new byte[8192];
            int length = source.read(buffer);
            if (length > 0) {
                copy(source, buffer, length);
            }
        } catch (IOException e) {
            LOG.debug("The output of a function ended: {}", file, e);
        }
    }

    private void copy(InputStream source, byte[] buffer, int firstLength) throws IOException {
        try (OutputStream log = open()) {
            for (int length = firstLength; length >= 0; length = source.read(buffer)) {
                if (log != null) {
                    append(log, buffer, length);
                }
            }
        }
    }

    private @Nullable OutputStream open() {
        try {
            PrivateFiles.createDirectories(file.toAbsolutePath().resolveSibling(""));
            return PrivateFiles.newOutputStream(file);
        } catch (IOException e) {
            LOG.warn("Cannot save the function output", e);
            return null;
        }
    }

    private void append(OutputStream log, byte[] buffer, int length) {
        int allowed = Math.min(length, MAX_BYTES - written);
        if (allowed <= 0) {
            return;
        }
        try {
            log.write(buffer, 0, allowed);
            written += allowed;
            if (written == MAX_BYTES) {
                log.write(CUT);
            }
        } catch (IOException e) {
            LOG.warn("Cannot save the rest of the function output", e);
            written = MAX_BYTES;
        }
    }
}
