package org.faasnetlab.export;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.duckdb.DuckDbRunStore;

/** A separate process that analyses a run and writes it as JSON. */
final class LargeRunChild {
    private LargeRunChild() {}

    /** @param arguments folder of the store, id of the run, output file */
    public static void main(String[] arguments) throws LabException {
        try (RunStore store = new DuckDbRunStore(Path.of(arguments[0]))) {
            RunRow run = store.run(arguments[1]).orElseThrow();
            RunAnalysis analysis = RunAnalysis.withBundledData();
            int trials = analysis.read(store, run).trials().size();
            System.out.println(trials + " trials concluded");
            new JsonExport(() -> analysis).write(store, run, Path.of(arguments[2]));
        }
    }
}
