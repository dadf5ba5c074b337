package org.faasnetlab.function.iperf3;

import java.io.InputStream;
import java.io.OutputStream;

/** A process that prints to its output and reads nothing. */
abstract class FakeProcess extends Process {
    private final InputStream output;
    private final int exitValue;

    /** @param exitValue with which it has ended once its output is read */
    FakeProcess(InputStream output, int exitValue) {
        this.output = output;
        this.exitValue = exitValue;
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
        return exitValue;
    }

    @Override
    public int exitValue() {
        return exitValue;
    }

    @Override
    public Process destroyForcibly() {
        destroy();
        return this;
    }
}
