package org.faasnetlab.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;

/** Plans and runs that tests are about. */
final class SampleRuns {
    static final Instant START = Instant.parse("2026-11-23T10:42:10Z");

    private SampleRuns() {}

    static RunRow run(String id, RunStatus status, boolean simulated) {
        return new RunRow(
                id,
                START,
                START.plusSeconds(14),
                status,
                "iperf3-single",
                "iperf3 single, download",
                "This computer",
                simulated,
                new TreeMap<>(Map.of("functions", "2", "link", simulated ? "625Mbit" : "unlimited")),
                new TreeMap<>(Map.of("os", "Linux 6.1")),
                null);
    }

    /** Two functions of 100 and 300 Mbit/s, started 40 ms apart, for ten seconds. */
    static RunData completed(String id) {
        RunRow run = run(id, RunStatus.COMPLETED, true);
        return new RunData(
                run,
                List.of(trial(id, 0, RunStatus.COMPLETED, 2)),
                List.of(ok(0, 0, 100), ok(1, 40, 300)),
                intervals());
    }

    /** The same and a third function that failed. */
    static RunData partial(String id) {
        RunRow run = run(id, RunStatus.PARTIAL, false);
        return new RunData(
                run,
                List.of(trial(id, 0, RunStatus.PARTIAL, 3)),
                List.of(ok(0, 0, 100), ok(1, 40, 300), failed(2)),
                intervals());
    }

    /** Two trials of the same, the second without intervals. */
    static RunData twice(String id) {
        RunRow run = run(id, RunStatus.COMPLETED, true);
        return new RunData(
                run,
                List.of(trial(id, 0, RunStatus.COMPLETED, 2), trial(id, 1, RunStatus.COMPLETED, 2)),
                List.of(ok(0, 0, 100), ok(1, 40, 300)),
                intervals());
    }

    static RunData without(String id, RunStatus status) {
        return new RunData(run(id, status, false), List.of(), List.of(), List.of());
    }

    private static TrialRow trial(String id, int index, RunStatus status, int functions) {
        return new TrialRow(
                id,
                index,
                0,
                status,
                "iperf3",
                Direction.DOWNLOAD,
                1769,
                functions,
                1,
                10,
                null,
                "625Mbit",
                1,
                "unlimited",
                START.toEpochMilli() * 1000);
    }

    private static FunctionRow ok(int worker, int startMillis, int megabits) {
        long bytes = megabits * 10_000_000L / 8;
        return new FunctionRow(
                0,
                worker,
                0,
                "sandbox-" + worker,
                true,
                900_000L,
                startMillis * 1000L,
                10_000_000L,
                bytes,
                bytes,
                0L,
                1448,
                null,
                null,
                null,
                null);
    }

    private static FunctionRow failed(int worker) {
        return new FunctionRow(
                0,
                worker,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                FailureReason.SERVER_BUSY,
                "The iperf3 server was busy all the time.");
    }

    private static List<FunctionInterval> intervals() {
        List<FunctionInterval> intervals = new ArrayList<>();
        for (int worker = 0; worker < 2; worker++) {
            for (int i = 0; i < 100; i++) {
                long megabits = worker == 0 ? 100 : 300;
                intervals.add(new FunctionInterval(
                        0,
                        worker,
                        new Interval(worker * 40_000L + i * 100_000L, 100_000, megabits * 100_000 / 8, null)));
            }
        }
        return intervals;
    }
}
