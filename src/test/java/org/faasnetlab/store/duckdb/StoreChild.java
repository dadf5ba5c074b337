package org.faasnetlab.store.duckdb;

import java.nio.file.Path;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testing.store.SampleRuns;

/** A separate process that opens a store and saves 10 intervals every 100 ms until it is killed. */
final class StoreChild {
    static final String RUN = "child";
    static final int FUNCTIONS = 10;
    private static final int STEPS = 600;

    private StoreChild() {}

    public static void main(String[] directory) throws StoreException, InterruptedException {
        try (DuckDbRunStore store = new DuckDbRunStore(Path.of(directory[0]))) {
            SampleRuns.save(store, SampleRuns.running(RUN, FUNCTIONS));
            for (int step = 0; step < STEPS; step++) {
                store.append(RUN, SampleRuns.step(FUNCTIONS, step));
                System.out.println("step " + step + " " + System.nanoTime() / 1_000_000);
                Thread.sleep(100);
            }
        }
    }
}
