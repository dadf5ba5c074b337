package org.faasnetlab.testbed.local.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Kills processes with all their descendants. Uses the JDK only, because the guardian runs without other libraries. */
public final class ProcessTrees {
    private ProcessTrees() {}

    /**
     * Kills the processes and all their descendants forcibly. The process list is read only once, so that killing a
     * hundred takes no longer than killing one. A parent is killed before its children, so that it cannot start new
     * ones.
     */
    public static void kill(Collection<ProcessHandle> roots) {
        if (roots.isEmpty()) {
            return;
        }
        Map<Long, List<ProcessHandle>> children = childrenByParent();
        Set<ProcessHandle> tree = new LinkedHashSet<>();
        Deque<ProcessHandle> next = new ArrayDeque<>(roots);
        while (!next.isEmpty()) {
            ProcessHandle process = next.remove();
            if (tree.add(process)) {
                next.addAll(children.getOrDefault(process.pid(), List.of()));
            }
        }
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until the processes have exited, or until the timeout. */
    public static void awaitExit(Collection<Process> processes, Duration atMost) {
        CompletableFuture.allOf(processes.stream().map(Process::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static Map<Long, List<ProcessHandle>> childrenByParent() {
        Map<Long, List<ProcessHandle>> children = new HashMap<>();
        ProcessHandle.allProcesses()
                .forEach(process -> process.parent()
                        .ifPresent(parent -> children.computeIfAbsent(parent.pid(), pid -> new ArrayList<>())
                                .add(process)));
        return children;
    }
}
