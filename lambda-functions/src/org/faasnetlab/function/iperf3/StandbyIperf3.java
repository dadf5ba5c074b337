package org.faasnetlab.function.iperf3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An iperf3 client that has been started before T0.
 *
 * @param pipe its PID file, which it is blocked reading; null if something on its way holds it until T0, so that it need
 *     not be released
 */
record StandbyIperf3(
        Process process, String command, @Nullable NamedPipe pipe) implements StandbyProcess {
    /** iperf3 expects the PID of a process that may still run; this is not a valid PID. */
    private static final byte NO_NUMBER = 'x';

    @Override
    public Process release() throws IOException {
        if (pipe != null) {
            pipe.write(NO_NUMBER);
        }
        return process;
    }

    @Override
    public boolean hasEnded() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        if (pipe != null) {
            pipe.close();
        }
    }
}
