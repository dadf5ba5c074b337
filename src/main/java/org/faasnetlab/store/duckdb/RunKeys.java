package org.faasnetlab.store.duckdb;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys by id of the runs there are. Who saves holds its monitor, which keeps changes in the order of the calls. */
final class RunKeys {
    private final Map<String, Integer> keys = new HashMap<>();
    private int last;

    RunKeys(Map<String, Integer> kept) {
        keys.putAll(kept);
        last = kept.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** A key that no run has had. */
    synchronized int next() {
        return ++last;
    }

    synchronized void put(String id, int key) {
        keys.put(id, key);
    }

    synchronized boolean has(String id) {
        return keys.containsKey(id);
    }

    synchronized int ofOrNew(String id) {
        return keys.computeIfAbsent(id, unknown -> next());
    }

    /** @throws IllegalArgumentException if there is no such run */
    synchronized int of(String id) {
        Integer key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("there is no run " + id + "; save the run before its data");
        }
        return key;
    }

    synchronized @Nullable Integer remove(String id) {
        return keys.remove(id);
    }
}
