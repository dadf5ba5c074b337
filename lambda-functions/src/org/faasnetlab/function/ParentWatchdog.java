package org.faasnetlab.function;

import java.io.IOException;
import java.io.InputStream;

/**
 * Terminates this process when its parent exits. The parent holds the other end of standard input; the system closes it
 * however the parent exits, {@code kill -9} included.
 */
final class ParentWatchdog extends Thread {
    private final InputStream line;

    ParentWatchdog(InputStream line) {
        super("lifeline");
        setDaemon(true);
        this.line = line;
    }

    @Override
    public void run() {
        byte[] ignored = new byte[64];
        try {
            while (line.read(ignored) >= 0) {
                // discard the input; only end of file matters
            }
        } catch (IOException e) {
            FunctionLog.line("lifeline: " + e.getMessage());
        }
        System.exit(0);
    }
}
