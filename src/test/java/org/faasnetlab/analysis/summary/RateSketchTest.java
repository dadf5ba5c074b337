package org.faasnetlab.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateSketchTest {
    private static final String RUN = "20261130-100000-abcd";

    @TempDir
    private Path folder;

    @Test
    void aggregateIsReadInAtMostFortyEightPointsWithItsGaps() throws StoreException {
        List<StoredInterval> intervals = new ArrayList<>();
        for (int tenth = 0; tenth < 48; tenth++) {
            // Two functions of 100 Mbit/s; nothing in the second second.
            if (tenth < 10 || tenth >= 20) {
                intervals.add(new StoredInterval(0, 0, new Interval(tenth * 100_000L, 100_000, 1_250_000, null)));
                intervals.add(new StoredInterval(0, 1, new Interval(tenth * 100_000L, 100_000, 1_250_000, null)));
            }
        }
        RunData plain = PlainRuns.completed(RUN);

        try (RunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, new RunData(plain.run(), plain.trials(), plain.functions(), intervals));
            store.flush();
            RateSketch sketch = RateSketch.read(store.sums(), RUN, 0).orElseThrow();

            assertThat(sketch.length()).isEqualTo(Duration.ofMillis(4800));
            List<Double> expected = new ArrayList<>(Collections.nCopies(RateSketch.POINTS, 200e6));
            Collections.fill(expected.subList(10, 20), Double.NaN);
            assertThat(sketch.bitsPerSecond()).isEqualTo(expected);
            assertThat(sketch.peak()).isEqualTo(200e6);
            assertThat(RateSketch.read(store.sums(), RUN, 1))
                    .as("no such trial")
                    .isEmpty();
        }
    }

    @Test
    void shortTrialHasNoMorePointsThanMicroseconds() throws StoreException {
        RunData plain = PlainRuns.completed(RUN);
        List<StoredInterval> one = List.of(new StoredInterval(0, 0, new Interval(0, 5, 10, null)));

        try (RunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, new RunData(plain.run(), plain.trials(), plain.functions(), one));
            store.flush();

            assertThat(RateSketch.read(store.sums(), RUN, 0).orElseThrow().bitsPerSecond())
                    .containsExactly(16e6, 16e6, 16e6, 16e6, 16e6);
        }
    }
}
