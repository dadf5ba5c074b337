package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums by the database are, to the byte, those that are made interval by interval. */
class DuckDbIntervalSumsTest {
    private static final String RUN = SampleRuns.small().run().id();
    private static final int TRIAL = 1;

    @TempDir
    Path folder;

    private final List<StoredInterval> intervals = unevenIntervals();

    @Test
    void binsHoldWhatTheIntervalsHoldInThem() throws StoreException {
        try (RunStore store = stored()) {
            for (long width : List.of(5_000L, 99_000L, 100_000L, 1_000_000L)) {
                Map<Long, IntervalSums.Bin> all = new TreeMap<>();
                Map<List<Long>, IntervalSums.FunctionBin> each = new TreeMap<>((one, other) ->
                        Long.compare(one.get(0) * 1_000_000 + one.get(1), other.get(0) * 1_000_000 + other.get(1)));
                for (StoredInterval one : intervals) {
                    pieces(one.interval(), width).forEach(piece -> {
                        all.merge(piece.number(), piece, DuckDbIntervalSumsTest::plus);
                        each.merge(
                                List.of((long) one.functionIndex(), piece.number()),
                                new IntervalSums.FunctionBin(
                                        one.functionIndex(), piece.number(), piece.bytes(), piece.coveredMicros()),
                                DuckDbIntervalSumsTest::plus);
                    });
                }
                assertThat(store.sums().bins(RUN, TRIAL, width)).containsExactlyElementsOf(all.values());
                assertThat(store.sums().functionBins(RUN, TRIAL, width)).containsExactlyElementsOf(each.values());
            }
        }
    }

    @Test
    void aWindowHoldsItsPartOfTheIntervalsAtItsEdges() throws StoreException {
        try (RunStore store = stored()) {
            for (long[] window : new long[][] {{1_234, 2_345_678}, {-60_000, 9_000_000}, {500_000, 500_001}}) {
                Map<Integer, IntervalSums.FunctionBytes> expected = new TreeMap<>();
                for (StoredInterval one : intervals) {
                    expected.merge(
                            one.functionIndex(),
                            new IntervalSums.FunctionBytes(
                                    one.functionIndex(),
                                    one.interval().bytes(),
                                    between(one.interval(), one.interval().offsetMicros(), window[0]),
                                    between(one.interval(), window[0], window[1])),
                            (a, b) -> new IntervalSums.FunctionBytes(
                                    a.functionIndex(),
                                    a.bytes() + b.bytes(),
                                    a.before() + b.before(),
                                    a.inside() + b.inside()));
                }
                assertThat(store.sums().byFunction(RUN, TRIAL, window[0], window[1]))
                        .containsExactlyElementsOf(expected.values());
            }
        }
    }

    private RunStore stored() throws StoreException {
        RunStore store = new DuckDbRunStore(folder);
        RunData run = SampleRuns.small();
        SampleRuns.save(store, new RunData(run.run(), run.trials(), run.functions(), intervals, List.of()));
        return store;
    }

    /** From before T0 on, with pauses, from some milliseconds to several seconds long, of nothing to gigabytes. */
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

    private static List<IntervalSums.Bin> pieces(Interval one, long width) {
        List<IntervalSums.Bin> pieces = new ArrayList<>();
        long from = one.offsetMicros();
        long before = 0;
        while (from < one.endMicros()) {
            long bin = Math.floorDiv(from, width);
            long to = Math.min(one.endMicros(), (bin + 1) * width);
            long until = to == one.endMicros()
                    ? one.bytes()
                    : (long) Math.rint((double) one.bytes() * (to - one.offsetMicros()) / one.durationMicros());
            pieces.add(new IntervalSums.Bin(bin, until - before, to - from));
            before = until;
            from = to;
        }
        return pieces;
    }

    private static long between(Interval one, long start, long end) {
        long from = Math.max(one.offsetMicros(), start);
        long to = Math.max(from, Math.min(one.endMicros(), end));
        return Math.round(one.bytes() * ((to - from) / (double) one.durationMicros()));
    }

    private static IntervalSums.Bin plus(IntervalSums.Bin one, IntervalSums.Bin other) {
        return new IntervalSums.Bin(
                one.number(), one.bytes() + other.bytes(), one.coveredMicros() + other.coveredMicros());
    }

    private static IntervalSums.FunctionBin plus(IntervalSums.FunctionBin one, IntervalSums.FunctionBin other) {
        return new IntervalSums.FunctionBin(
                one.functionIndex(),
                one.number(),
                one.bytes() + other.bytes(),
                one.coveredMicros() + other.coveredMicros());
    }
}
