package org.faasnetlab.function.iperf3;

import java.io.IOException;

/** An iperf3 client that waits at its PID file, which is a pipe. */
record StandbyIperf3(Process process, NamedPipe pipe) implements StandbyProcess {
    /** iperf3 takes what it reads for the number of a process that may still run; this is none. */
    private static final byte NO_NUMBER = 'x';

    @Override
    public Process go() throws IOException {
        pipe.write(NO_NUMBER);
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        pipe.close();
    }
}
