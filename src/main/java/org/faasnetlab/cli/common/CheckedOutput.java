package org.faasnetlab.cli.common;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The program's output, which remembers that it could not be written: writers and Java's own streams ignore that. */
public final class CheckedOutput extends FilterOutputStream implements Terminal.OutputCheck {
    private static final Path LINUX_OUTPUT = Path.of("/proc/self/fd/1");

    private @Nullable IOException failure;

    public CheckedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (failure == null && !isClosedPipe(e)) {
                failure = e;
            }
            throw e;
        }
    }

    @Override
    public @Nullable IOException failure() {
        return failure;
    }

    /** Whether the program that reads the output has read enough, such as {@code head}. */
    private static boolean isClosedPipe(IOException e) {
        if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            return true;
        }
        // In some locales the system's message has another word.
        try {
            return Files.readSymbolicLink(LINUX_OUTPUT).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
