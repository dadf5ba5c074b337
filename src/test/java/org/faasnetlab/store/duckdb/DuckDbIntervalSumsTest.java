package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.store.InMemoryIntervalSums;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that sums by the database equal, to the byte, those computed interval by interval. */
class DuckDbIntervalSumsTest {
    private static final String RUN = SampleRuns.small().run().id();
    private static final int TRIAL = 1;

    @TempDir
    Path folder;

    private final List<StoredInterval> intervals = unevenIntervals();
    private final IntervalSums expected = new InMemoryIntervalSums((run, trial) -> intervals);

    @Test
    void binsContainTheBytesOfTheirIntervals() throws StoreException {
        try (RunStore store = stored()) {
            for (long width : List.of(5_000L, 99_000L, 100_000L, 1_000_000L)) {
                assertThat(store.sums().bins(RUN, TRIAL, width))
                        .isNotEmpty()
                        .containsExactlyElementsOf(expected.bins(RUN, TRIAL, width));
                assertThat(store.sums().functionBins(RUN, TRIAL, width))
                        .isNotEmpty()
                        .containsExactlyElementsOf(expected.functionBins(RUN, TRIAL, width));
            }
        }
    }

    @Test
    void aWindowContainsItsPartOfIntervalsAtItsEdges() throws StoreException {
        try (RunStore store = stored()) {
            for (long[] window : new long[][] {{1_234, 2_345_678}, {-60_000, 9_000_000}, {500_000, 500_001}}) {
                assertThat(store.sums().byFunction(RUN, TRIAL, window[0], window[1]))
                        .isNotEmpty()
                        .containsExactlyElementsOf(expected.byFunction(RUN, TRIAL, window[0], window[1]));
            }
        }
    }

    private RunStore stored() throws StoreException {
        RunStore store = new DuckDbRunStore(folder);
        RunData run = SampleRuns.small();
        SampleRuns.save(store, new RunData(run.run(), run.trials(), run.functions(), intervals, List.of()));
        return store;
    }

    /**
     * Intervals from before T0 on, with gaps, from milliseconds to several seconds long, with zero bytes to gigabytes.
     */
    private static List<StoredInterval> unevenIntervals() {
        Random random = new Random(42);
        List<StoredInterval> intervals = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < 3; functionIndex++) {
            long at = -150_000;
            for (int i = 0; i < 60; i++) {
                long duration =
                        random.nextInt(10) == 0 ? 1 + random.nextInt(3_000_000) : 95_000 + random.nextInt(10_000);
                long bytes = random.nextInt(10) == 0 ? 0 : random.nextInt(2_000_000_000);
                intervals.add(new StoredInterval(TRIAL, functionIndex, new Interval(at, duration, bytes, null)));
                at += duration + (random.nextInt(5) == 0 ? random.nextInt(200_000) : 0);
            }
        }
        return intervals;
    }
}
