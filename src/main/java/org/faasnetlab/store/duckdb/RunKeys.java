package org.faasnetlab.store.duckdb;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keys by id of the runs there are. Who saves holds its monitor, which keeps changes in the order of the calls. Its own
 * methods need no monitor: an import must not wait for a writer that waits for the import.
 */
final class RunKeys {
    private final Map<String, Integer> keys = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    RunKeys(Map<String, Integer> kept) {
        keys.putAll(kept);
        last.set(kept.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    /** A key that no run has had. */
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

    /** @throws IllegalArgumentException if there is no such run */
    int of(String id) {
        Integer key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("there is no run " + id + "; save the run before its data");
        }
        return key;
    }

    @Nullable Integer remove(String id) {
        return keys.remove(id);
    }
}
