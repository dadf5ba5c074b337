package org.faasnetlab.testbed.local.lambda;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sandboxes and their state, busy or idle. The most recently released one is used first, as on AWS, so that the
 * others can be terminated when idle. Thread-safe.
 */
final class SandboxPool {
    /** @param cold whether the sandbox is new, and the caller must start its process */
    record Placement(SandboxProcess sandbox, boolean cold) {}

    private record Idle(SandboxProcess sandbox, Instant since) {}

    private final int maxRunning;
    private final int maxIdle;
    private final Supplier<String> tokens;
    private final Map<String, SandboxProcess> byToken = new HashMap<>();
    private final Set<SandboxProcess> running = new HashSet<>();
    /** Longest idle first. */
    private final Deque<Idle> idle = new ArrayDeque<>();

    private boolean closed;

    SandboxPool(int maxRunning, int maxIdle, Supplier<String> tokens) {
        this.maxRunning = maxRunning;
        this.maxIdle = maxIdle;
        this.tokens = tokens;
    }

    /**
     * Assigns an invocation to a sandbox, to a warm one if available.
     *
     * @throws LambdaApiException (429) if the maximum number is already running
     */
    synchronized Placement place(FunctionVersion version, AcceptedInvocation invocation) throws LambdaApiException {
        if (closed) {
            throw LambdaApiException.closing();
        }
        if (running.size() >= maxRunning) {
            throw LambdaApiException.tooManyInvocations();
        }
        for (Iterator<Idle> newestFirst = idle.descendingIterator(); newestFirst.hasNext(); ) {
            SandboxProcess warm = newestFirst.next().sandbox();
            if (warm.version().equals(version)) {
                newestFirst.remove();
                if (warm.assign(invocation)) {
                    running.add(warm);
                    return new Placement(warm, false);
                }
            }
        }
        SandboxProcess cold = new SandboxProcess(tokens.get(), version, invocation);
        byToken.put(cold.token(), cold);
        running.add(cold);
        return new Placement(cold, true);
    }

    synchronized @Nullable SandboxProcess find(String token) {
        return byToken.get(token);
    }

    /**
     * Marks a sandbox as idle. Returns the sandboxes that exceed the maximum number of idle ones; they are no longer in
     * the pool.
     */
    synchronized List<SandboxProcess> release(SandboxProcess sandbox, Instant now) {
        if (running.remove(sandbox)) {
            idle.addLast(new Idle(sandbox, now));
        }
        List<SandboxProcess> surplus = new ArrayList<>();
        while (idle.size() > maxIdle) {
            surplus.add(takeLongestIdle());
        }
        return surplus;
    }

    /** Removes and returns the sandboxes that have been idle since this time or longer. */
    synchronized List<SandboxProcess> takeIdleSince(Instant time) {
        List<SandboxProcess> longIdle = new ArrayList<>();
        for (Idle first = idle.peek(); first != null && !first.since().isAfter(time); first = idle.peek()) {
            longIdle.add(takeLongestIdle());
        }
        return longIdle;
    }

    private SandboxProcess takeLongestIdle() {
        SandboxProcess sandbox = idle.remove().sandbox();
        byToken.remove(sandbox.token());
        return sandbox;
    }

    synchronized void remove(SandboxProcess sandbox) {
        byToken.remove(sandbox.token());
        running.remove(sandbox);
        idle.removeIf(entry -> entry.sandbox() == sandbox);
    }

    synchronized List<SandboxProcess> running() {
        return List.copyOf(running);
    }

    /** Closes the pool for further invocations. Returns all sandboxes. */
    synchronized List<SandboxProcess> close() {
        closed = true;
        return List.copyOf(byToken.values());
    }
}
