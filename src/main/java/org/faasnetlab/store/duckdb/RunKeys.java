package org.faasnetlab.store.duckdb;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all runs by id. Callers that save hold its monitor, so that changes are queued in call order. Its methods
 * do not use the monitor: an import must not wait for a writer that waits for the import.
 */
final class RunKeys {
    private final Map<String, Integer> keys = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    RunKeys(Map<String, Integer> kept) {
        keys.putAll(kept);
        last.set(kept.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /** Returns a new key. */
    int next() {
        return last.incrementAndGet();
    }

    void put(String id, int key) {
        keys.put(id, key);
    }

    boolean has(String id) {
        return keys.containsKey(id);
    }

    int ofOrNew(String id) {
        return keys.computeIfAbsent(id, unknown -> next());
    }

    /** @throws IllegalArgumentException if the run does not exist */
    int of(String id) {
        Integer key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("there is no run " + id + "; save the run before its data");
        }
        return key;
    }

    @Nullable
    Integer remove(String id) {
        return keys.remove(id);
    }
}
