package org.faasnetlab.function.iperf3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;

/** A process that prints nothing until it is destroyed. */
final class UnendingProcess extends Process {
    private final PipedOutputStream printing = new PipedOutputStream();
    private final InputStream output;

    UnendingProcess() throws IOException {
        output = new PipedInputStream(printing);
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public ProcessHandle toHandle() {
        return ProcessHandle.current();
    }

    @Override
    public int waitFor() {
        return exitValue();
    }

    @Override
    public int exitValue() {
        return 137;
    }

    @Override
    public Process destroyForcibly() {
        destroy();
        return this;
    }

    @Override
    public void destroy() {
        try {
            printing.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
