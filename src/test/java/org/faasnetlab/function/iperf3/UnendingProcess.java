package org.faasnetlab.function.iperf3;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;

/** A process that prints nothing until it is destroyed. */
final class UnendingProcess extends Iperf3Attempt.PrintedProcess {
    private static final int KILLED = 128 + 9;

    private final PipedOutputStream printing;

    UnendingProcess() throws IOException {
        this(new PipedOutputStream());
    }

    private UnendingProcess(PipedOutputStream printing) throws IOException {
        super(new PipedInputStream(printing), KILLED);
        this.printing = printing;
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
