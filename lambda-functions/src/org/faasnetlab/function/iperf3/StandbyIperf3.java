package org.faasnetlab.function.iperf3;

import java.io.IOException;

/** An iperf3 client that is blocked reading its PID file, which is a pipe. */
record StandbyIperf3(Process process, NamedPipe pipe, String command) implements StandbyProcess {
    /** iperf3 expects the PID of a process that may still run; this is not a valid PID. */
    private static final byte NO_NUMBER = 'x';

    @Override
    public Process release() throws IOException {
        pipe.write(NO_NUMBER);
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        pipe.close();
    }
}
