package org.faasnetlab.testing.store;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/** Runs of several cells, made up with the shapes that are measured. The same call gives the same run. */
public final class SampleSweeps {
    private SampleSweeps() {}

    /** 1 to 16 functions that share a host of 1 Gbit/s, each twice. */
    public static RunData concurrency() {
        List<RunData> trials = new ArrayList<>();
        for (int repetition = 0; repetition < 2; repetition++) {
            for (int functions : new int[] {1, 2, 4, 8, 16}) {
                double rate = Math.min(600e6, 980e6 / functions);
                trials.add(trial(trials.size(), repetition, functions, 1769, Direction.DOWNLOAD, rate));
            }
        }
        return together("20261123-104210-cs", "Concurrent functions", trials);
    }

    /** The same on a computer that was busy, cancelled, with a function that failed. */
    public static RunData onBusyComputer() {
        RunData sweep = concurrency();
        String id = "20261123-104210-cb";
        RunRow run = RunRowBuilder.like(sweep.run())
                .id(id)
                .title("Concurrent functions")
                .status(RunStatus.CANCELLED)
                .row();
        List<FunctionRow> functions = new ArrayList<>(sweep.functions());
        functions.set(
                0,
                FunctionRowBuilder.like(functions.get(0))
                        .failed(FailureReason.CONNECT_FAILED, "No answer from 127.0.0.1:5203.")
                        .row());
        return new RunData(
                run,
                sweep.trials().stream()
                        .map(row -> TrialRowBuilder.like(row).ofRun(id).row())
                        .toList(),
                functions,
                sweep.intervals(),
                sweep.trials().stream()
                        .map(row -> new EvidenceRow(row.index(), null, 1.0, 1.0, 30, null, null, null, null, false))
                        .toList());
    }

    /** Memory sizes in both directions, 8 functions each; small sizes are slowed down by their CPU. */
    public static RunData memory() {
        List<RunData> trials = new ArrayList<>();
        for (Direction direction : List.of(Direction.DOWNLOAD, Direction.UPLOAD)) {
            for (int memory : new int[] {128, 256, 512, 1024, 2048, 3008}) {
                double rate = Math.min(592e6, memory * (direction == Direction.UPLOAD ? 0.7e6 : 1.1e6));
                trials.add(trial(trials.size(), 0, 8, memory, direction, rate));
            }
        }
        return together("20261123-104210-ms", "Memory sweep", trials);
    }

    /** 4 functions that download and 4 that upload at the same time, 100 Mbit/s each. */
    public static RunData bothDirections() {
        return together("20261123-104210-bd", "Both directions", List.of(trial(0, 0, 8, 1769, Direction.BOTH, 100e6)));
    }

    /** 1 to 7 functions that divide a job of 1,800 MB between them. */
    public static RunData dividedJob() {
        List<RunData> trials = new ArrayList<>();
        for (int functions : new int[] {1, 3, 7}) {
            RunData run = trial(trials.size(), 0, functions, 1769, Direction.DOWNLOAD, 100e6);
            long part = (1_800_000_000L + functions - 1) / functions;
            TrialRow divided = TrialRowBuilder.like(run.trials().get(0))
                    .s3(Direction.DOWNLOAD, 1, part)
                    .row();
            trials.add(new RunData(run.run(), List.of(divided), run.functions(), run.intervals()));
        }
        return together("20261123-104210-dj", "a divided job", trials);
    }

    private static RunData trial(
            int index, int repetition, int functions, int memoryMb, Direction direction, double rate) {
        RunData run = SampleRuns.iperf3("", "", functions, 3, "625Mbit", second -> rate);
        TrialRow trial = TrialRowBuilder.like(run.trials().get(0))
                .index(index)
                .repetition(repetition)
                .direction(direction)
                .memoryMb(memoryMb)
                .seconds(3)
                .row();
        return new RunData(
                run.run(),
                List.of(trial),
                run.functions().stream()
                        .map(row -> FunctionRowBuilder.like(row).trial(index).row())
                        .toList(),
                run.intervals().stream()
                        .map(row -> new StoredInterval(index, row.functionIndex(), row.interval()))
                        .toList());
    }

    private static RunData together(String id, String title, List<RunData> trials) {
        RunRow run = SampleRuns.iperf3(id, title, 1, 1, "625Mbit", second -> 1).run();
        return new RunData(
                run,
                trials.stream()
                        .flatMap(each -> each.trials().stream())
                        .map(row -> TrialRowBuilder.like(row).ofRun(id).row())
                        .toList(),
                trials.stream().flatMap(each -> each.functions().stream()).toList(),
                trials.stream().flatMap(each -> each.intervals().stream()).toList());
    }
}
