package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Map;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;

/**
 * The saved runs.
 *
 * @param rows newest first
 * @param labels labels by run id
 */
public record StoredRunList(List<RunRow> rows, Map<String, RunLabel> labels) {
    public StoredRunList {
        rows = List.copyOf(rows);
        labels = Map.copyOf(labels);
    }

    public static StoredRunList read(RunReader store) throws StoreException {
        return new StoredRunList(store.runs(), store.labels());
    }

    RunLabel label(RunRow run) {
        return labels.getOrDefault(run.id(), RunLabel.NONE);
    }
}
