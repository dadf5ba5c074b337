package org.faasnetlab.export;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;

/** Writes the tables of a run straight from the store, so that a large run needs no more memory than a small one. */
public final class StoredCsvExport {
    private final RunStore store;
    private final CsvExport csv = new CsvExport();

    public StoredCsvExport(RunStore store) {
        this.store = store;
    }

    /**
     * Writes the tables, as {@link CsvExport} does.
     *
     * @return the files that were written
     */
    public List<Path> write(RunRow run, Path file) throws LabException {
        RunData all = new RunData(
                run, store.trials(run.id()), store.functions(run.id()), List.of(), store.evidence(run.id()));
        return csv.write(all, (trial, visitor) -> store.eachInterval(run.id(), trial, visitor::visit), file);
    }
}
