package org.faasnetlab.testing.process;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testbed.local.process.ProcessStarter;

/** Starts processes for a test and terminates all of them afterwards. */
public final class TestProcesses implements ProcessStarter, AutoCloseable {
    private final List<Process> started = new CopyOnWriteArrayList<>();

    @Override
    public Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        started.add(process);
        return process;
    }

    public List<Process> started() {
        return started;
    }

    public long alive() {
        return started.stream().filter(Process::isAlive).count();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly();
        }
        for (Process process : started) {
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
