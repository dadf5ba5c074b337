package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose intervals do not fit in memory: it is read and written trial by trial. */
class LargeRunIT {
    private static final int EACH = 10_000;

    @TempDir
    Path folder;

    @Test
    void runLargerThanMemoryIsAnalysedAndWrittenAsJson() throws Exception {
        RunData run = SampleSweeps.memory();
        int all = save(run);
        Path json = folder.resolve("run.json");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx80m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeRunChild.class.getName(),
                        folder.toString(),
                        run.run().id(),
                        json.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        try {
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            child.destroyForcibly();
        }
        assertThat(Files.readString(folder.resolve("child.log"))).contains("12 trials concluded");
        assertThat(child.exitValue()).isZero();
        assertThat(intervals(json)).isEqualTo(all);
    }

    private int save(RunData run) throws StoreException {
        try (RunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, new RunData(run.run(), run.trials(), run.functions(), List.of()));
            int all = 0;
            for (TrialRow trial : run.trials()) {
                List<StoredInterval> intervals = SampleRuns.evenIntervals(trial.index(), trial.functions(), EACH);
                store.append(run.run().id(), intervals);
                all += intervals.size();
            }
            return all;
        }
    }

    private static int intervals(Path json) throws IOException {
        int bytes = 0;
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            while (parser.nextToken() != null) {
                bytes += "bytes".equals(parser.currentName())
                                && parser.currentToken().isScalarValue()
                        ? 1
                        : 0;
            }
        }
        return bytes;
    }
}
