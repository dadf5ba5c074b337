package org.faasnetlab.testbed.local.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Kills processes with everything that they have started. Uses the JDK only, because the guardian runs without other
 * libraries.
 */
public final class ProcessTrees {
    /**
     * Environment variable that all processes of a program inherit: {@code program.number}, where the number is that of
     * the process which the program started itself. With it Linux finds a process whose parent has already exited.
     */
    static final String MARK = "FAASNETLAB_PROCESS";

    static final Predicate<String> NO_MARK = mark -> false;
    /** A killed process exits within milliseconds, unless it waits for a broken disk or network file system. */
    private static final long EXIT_LIMIT_NANOS = 2_000_000_000L;

    private static final int MAX_SCANS = 100;
    private static final long POLL_MS = 2;

    private ProcessTrees() {}

    /** Kills processes that this program has started and all their descendants, and waits until they have exited. */
    static void killChildren(Collection<Process> children, Predicate<String> marked) {
        kill(children.stream().map(Process::toHandle).toList(), marked);
        // A handle sees the exit a moment before the Process object does.
        CompletableFuture.allOf(children.stream().map(Process::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, EXIT_LIMIT_NANOS, TimeUnit.NANOSECONDS)
                .join();
    }

    /** Kills processes and all their descendants, and waits until they have exited. */
    public static void kill(Collection<ProcessHandle> roots) {
        kill(roots, NO_MARK);
    }

    /**
     * Kills processes, all their descendants and all processes with certain marks, and waits until they have exited. A
     * process may start another one between the scan that found it and its own end; therefore the processes are scanned
     * again when all that were found have exited, until a scan finds nothing new. If one does not exit within 2 seconds,
     * this ends early.
     *
     * @param marked whether a value of {@link #MARK} is that of a process to be killed
     */
    static void kill(Collection<ProcessHandle> roots, Predicate<String> marked) {
        Set<ProcessHandle> killed = new HashSet<>();
        Set<ProcessHandle> found = scan(roots, marked);
        for (int scans = 1; !found.isEmpty() && scans < MAX_SCANS; scans++) {
            found.forEach(ProcessHandle::destroyForcibly);
            killed.addAll(found);
            if (!awaitExit(found)) {
                return;
            }
            found = scan(killed, marked);
            found.removeAll(killed);
        }
    }

    /** Roots first: a parent that is killed before its children cannot start new ones when it notices their end. */
    private static Set<ProcessHandle> scan(Collection<ProcessHandle> roots, Predicate<String> marked) {
        Map<ProcessHandle, List<ProcessHandle>> children = new HashMap<>();
        List<ProcessHandle> starts = new ArrayList<>(roots);
        ProcessHandle.allProcesses().forEach(process -> {
            process.parent()
                    .ifPresent(parent -> children.computeIfAbsent(parent, same -> new ArrayList<>())
                            .add(process));
            if (!marked.equals(NO_MARK)
                    && ProcFiles.environmentVariable(process.pid(), MARK)
                            .filter(marked)
                            .isPresent()) {
                starts.add(process);
            }
        });
        Set<ProcessHandle> tree = new LinkedHashSet<>();
        Deque<ProcessHandle> next = new ArrayDeque<>(starts);
        while (!next.isEmpty()) {
            ProcessHandle process = next.remove();
            if (!process.equals(ProcessHandle.current()) && tree.add(process)) {
                next.addAll(children.getOrDefault(process, List.of()));
            }
        }
        tree.removeIf(process -> !isRunning(process));
        return tree;
    }

    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !ProcFiles.isZombie(process.pid());
    }

    /** An interrupt is deferred: it must not leave a process behind. */
    private static boolean awaitExit(Collection<ProcessHandle> killed) {
        long deadline = System.nanoTime() + EXIT_LIMIT_NANOS;
        boolean interrupted = false;
        try {
            for (ProcessHandle process : killed) {
                while (isRunning(process)) {
                    if (System.nanoTime() > deadline) {
                        return false;
                    }
                    try {
                        Thread.sleep(POLL_MS);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
