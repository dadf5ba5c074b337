package org.faasnetlab.function.iperf3;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.function.task.ChildProcesses;
import org.jspecify.annotations.Nullable;

/**
 * A named pipe in its own directory, open for writing in this process. A program that reads it blocks until something
 * is written or this process ends.
 */
final class NamedPipe implements Closeable {
    private static final long MAKE_SECONDS = 5;

    private final Path folder;
    private final Path path;
    private @Nullable RandomAccessFile opened;

    private NamedPipe(Path folder) {
        this.folder = folder;
        this.path = folder.resolve("pipe");
    }

    /** Creates a pipe; null if the system has no named pipes. */
    static @Nullable NamedPipe create(ChildProcesses children) throws IOException, InterruptedException {
        if (File.separatorChar != '/') {
            return null;
        }
        NamedPipe pipe = new NamedPipe(Files.createTempDirectory("iperf3-"));
        if (!pipe.make(children)) {
            pipe.close();
            return null;
        }
        return pipe;
    }

    private boolean make(ChildProcesses children) throws IOException, InterruptedException {
        try {
            Process mkfifo = children.start(
                    new ProcessBuilder("mkfifo", "-m", "600", path.toString()).redirectErrorStream(true));
            try {
                if (!mkfifo.waitFor(MAKE_SECONDS, TimeUnit.SECONDS) || mkfifo.exitValue() != 0) {
                    return false;
                }
            } finally {
                mkfifo.destroyForcibly();
            }
        } catch (IOException e) {
            return false; // no such program
        }
        // Opening a pipe for reading and writing never blocks.
        opened = new RandomAccessFile(path.toFile(), "rw");
        return true;
    }

    Path path() {
        return path;
    }

    /**
     * Releases the reader, now or when it opens the pipe. The pipe stays open so that the other side can write without
     * blocking.
     */
    void write(byte value) throws IOException {
        if (opened == null) {
            throw new IllegalStateException("a pipe is open from its creation to its end");
        }
        opened.write(value);
    }

    @Override
    public void close() {
        try {
            if (opened != null) {
                opened.close();
            }
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Ignore: a leftover empty file must not fail a test that has a result.
            folder.toFile().deleteOnExit();
        }
    }
}
