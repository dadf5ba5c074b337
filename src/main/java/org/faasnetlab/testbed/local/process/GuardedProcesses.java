package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts processes and makes sure that neither they nor their descendants outlive this program.
 *
 * <ul>
 *   <li>{@link #close()} kills all of them, and afterwards no more are started.
 *   <li>What a process leaves behind when it exits is killed.
 *   <li>If the program exits without {@link #close()}, crashes or is killed, Linux kills the processes ({@link
 *       ParentDeathSignal}), and the {@link Guardian} kills what remains, on every system.
 *   <li>If the guardian is killed too, the next start kills what remains ({@link #killLeftovers}).
 * </ul>
 *
 * <p>One thread starts all processes, because Linux counts the end of the thread that has started a process as the end
 * of its parent. Thread-safe.
 */
public final class GuardedProcesses implements ProcessStarter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedProcesses.class);
    /** Environment variable for functions: the {@code setpriv} with which they start iperf3. */
    private static final String SETPRIV = "FAASNETLAB_SETPRIV";

    private final Path directory;
    private final ExecutorService starter = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "process-starter");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Process, String> marks = new ConcurrentHashMap<>();
    private final Queue<Process> exited = new ConcurrentLinkedQueue<>();

    // Used by the starter only.
    private @Nullable Guard guard;
    private int started;
    private boolean closed;

    /** What is created with the first process. */
    private record Guard(ProcessList list, GuardianConnection guardian, ParentDeathSignal signal) {
        static Guard create(Path directory) throws IOException {
            ProcessList list = ProcessList.create(directory);
            return new Guard(list, new GuardianConnection(list.file()), ParentDeathSignal.ofThisComputer());
        }
    }

    /** @param directory the directory for the list of running processes, created if missing; shared by all programs */
    public GuardedProcesses(Path directory) {
        this.directory = directory;
    }

    /**
     * Kills what programs that were killed together with their guardian have left behind. Programs that are still
     * running are not affected.
     */
    public void killLeftovers() {
        try {
            for (ProcessList list : ProcessList.in(directory)) {
                if (!list.isInUse()) {
                    LOG.info("Killing what a killed program has left behind: {}", list.file());
                    list.killAll();
                    list.delete();
                }
            }
        } catch (IOException e) {
            LOG.warn("Cannot check for leftover processes in {}", directory, e);
        }
    }

    /** @throws IOException if the process cannot be started or registered, or after {@link #close()} */
    @Override
    public Process start(ProcessBuilder builder) throws IOException {
        return onStarter(() -> startGuarded(builder));
    }

    private Process startGuarded(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IOException("shutting down; no more processes are started");
        }
        if (guard == null) {
            guard = Guard.create(directory);
        }
        guard.guardian().ensureRunning();
        String mark = guard.list().program() + "." + ++started;
        builder.environment().put(ProcessTrees.MARK, mark);
        guard.signal().program().ifPresent(path -> builder.environment().put(SETPRIV, path.toString()));
        Process process =
                builder.command(guard.signal().wrap(builder.command())).start();
        marks.put(process, mark);
        try {
            guard.list().add(process.toHandle());
        } catch (IOException e) {
            kill(Set.of(process));
            throw e;
        }
        var unused = process.onExit().thenAccept(this::afterExit);
        return process;
    }

    private void afterExit(Process process) {
        exited.add(process);
        try {
            starter.execute(this::forgetExited);
        } catch (RejectedExecutionException e) {
            LOG.trace("Process {} exited after the end", process.pid());
        }
    }

    /** Handles all processes that have exited so far together, because each scan of the system takes milliseconds. */
    private void forgetExited() {
        Set<Process> processes = new HashSet<>();
        for (Process process = exited.poll(); process != null; process = exited.poll()) {
            processes.add(process);
        }
        if (processes.isEmpty() || closed || guard == null) {
            return;
        }
        kill(processes);
        for (Process process : processes) {
            marks.remove(process);
            try {
                guard.list().remove(process.pid());
            } catch (IOException e) {
                // Not fatal: the list also contains start times, so an outdated PID is harmless.
                LOG.warn("Cannot record that process {} has exited", process.pid(), e);
            }
        }
    }

    @Override
    public void kill(Collection<Process> processes) {
        Set<String> killed = new HashSet<>();
        for (Process process : processes) {
            String mark = marks.get(process);
            if (mark != null) {
                killed.add(mark);
            }
        }
        ProcessTrees.killChildren(processes, killed::contains);
    }

    /** Kills every running process with its descendants, then stops the guardian. */
    @Override
    public void close() {
        try {
            Guard last = onStarter(() -> {
                closed = true;
                return guard;
            });
            if (last != null) {
                int count = marks.size();
                last.list().killAll();
                last.list().delete();
                last.guardian().close();
                LOG.debug("Terminated {} processes", count);
            }
        } catch (IOException e) {
            // The guardian finds the list and repeats what has failed.
            LOG.warn("Cannot terminate all processes", e);
        } finally {
            starter.shutdown();
        }
    }

    private <T extends @Nullable Object> T onStarter(Callable<T> action) throws IOException {
        Future<T> result;
        try {
            result = starter.submit(action);
        } catch (RejectedExecutionException e) {
            throw new IOException("shutting down; no more processes are started", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true; // a process that is being started must not get lost
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new IOException(failure.getMessage(), failure);
            }
            throw new IllegalStateException("starting a process failed", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
