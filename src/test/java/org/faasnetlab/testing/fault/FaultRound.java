package org.faasnetlab.testing.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.fault.FaultProgram.Running;

/** One run of the program with a fault at a random moment, and the count of what is left. */
public final class FaultRound {
    private static final long INTERVAL_MICROS = 100_000;

    /** Progress is printed every few seconds, and a second command waits 8 seconds for the database. */
    private static final int SECONDS = 20;

    /** iperf3, function, Lambda service, application: each waits for a processor. */
    private static final int HOPS = 4;

    private final FaultProgram program;
    private final SplittableRandom random;
    private final List<String> problems = new ArrayList<>();

    public FaultRound(FaultProgram program, long seed) {
        this.program = program;
        this.random = new SplittableRandom(seed);
    }

    /** Something that breaks while the program measures. */
    @FunctionalInterface
    public interface Fault {
        void inject(FaultProgram program, Running running, SplittableRandom random) throws Exception;
    }

    /**
     * Measures, injects the fault, waits for the end, and starts the program again.
     *
     * @param wrapper a command that starts the program, empty for none
     * @param whileMeasuring whether the fault waits until functions transfer; otherwise it comes at any moment
     */
    public FaultCount run(String preset, List<String> wrapper, boolean whileMeasuring, Fault fault) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", "--preset", preset, "--set", "functions=4"));
        arguments.addAll(
                preset.startsWith("s3")
                        ? List.of("--set", "objectMiB=400", "--set", "link=200Mbit")
                        : List.of("--set", "seconds=" + SECONDS));
        Running running = program.start(wrapper, arguments.toArray(String[]::new));
        Instant measured;
        try (StallMeter stalls = new StallMeter()) {
            awaitMoment(running, whileMeasuring);
            measured = Instant.now().minusSeconds(1).minus(stalls.most().multipliedBy(HOPS));
        }
        fault.inject(program, running, random);
        int code = program.await(running);
        if (code == -1) {
            problems.add("did not end");
        }
        int orphans = program.orphans(running);
        String output = running.text();
        if (output.contains("Unexpected error")) {
            problems.add(line(output, "Unexpected error"));
        }
        boolean stored = Files.isRegularFile(program.data().resolve("runs.duckdb"));
        Running next = program.start(List.of(), "runs");
        if (program.await(next) != 0) {
            problems.add("next start: " + next.text().strip());
        }
        FaultCount counted = stored ? count(code, measured) : FaultCount.NONE;
        int left = leftovers();
        return new FaultCount(
                1,
                counted.sent(),
                counted.stored(),
                counted.lost(),
                orphans,
                left,
                counted.falseSuccesses() + (code == 0 && !stored ? 1 : 0),
                problems);
    }

    private void awaitMoment(Running running, boolean whileMeasuring) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (whileMeasuring
                && running.process().isAlive()
                && !running.isMeasuring()
                && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        Thread.sleep(random.nextInt(whileMeasuring ? 3_000 : 9_000));
    }

    /** A short run cleans up what a killed one has left; then nothing may remain. */
    private int leftovers() throws Exception {
        if (program.leftoverFiles().isEmpty()) {
            return 0;
        }
        Running again = program.start(
                List.of(), "run", "--preset", "iperf3-single", "--set", "seconds=1", "--set", "link=unlimited");
        program.await(again);
        List<Path> left = program.leftoverFiles();
        left.forEach(file -> System.err.println("left: " + file));
        return left.size();
    }

    private FaultCount count(int code, Instant measured) throws Exception {
        long sent = 0;
        long kept = 0;
        long lost = 0;
        int falseSuccesses = 0;
        try (DuckDbRunStore store = new DuckDbRunStore(program.data())) {
            for (RunRow run : store.runs()) {
                List<FunctionRow> functions = store.functions(run.id());
                boolean all = functions.stream().allMatch(FunctionRow::finished) && !functions.isEmpty();
                boolean completed = run.status() == RunStatus.COMPLETED;
                falseSuccesses += (completed && !all) || (code == 0 && !completed) ? 1 : 0;
                for (TrialRow trial : store.trials(run.id())) {
                    if (trial.t0EpochMicros() == null) {
                        continue;
                    }
                    long cutoff = Math.floorDiv(measured.toEpochMilli() * 1000 - trial.t0EpochMicros(), 1);
                    for (FunctionRow function : functions) {
                        long[] counted = count(store.intervals(run.id(), trial.index()), function, cutoff);
                        sent += counted[0];
                        kept += counted[1];
                        lost += Math.max(0, counted[0] - counted[1]);
                    }
                }
            }
        }
        return new FaultCount(0, sent, kept, lost, 0, 0, falseSuccesses, List.of());
    }

    /**
     * Intervals of 100 ms that a function had measured until the cutoff or its end, and those that are stored. Counted by
     * the time that they cover, because iperf3 prints longer ones on a busy computer; the last one may be unfinished.
     */
    private static long[] count(List<StoredInterval> intervals, FunctionRow function, long cutoffMicros) {
        Long start = function.startOffsetMicros();
        if (start == null) {
            return new long[2];
        }
        Long duration = function.durationMicros();
        long end = duration == null ? cutoffMicros : Math.min(cutoffMicros, start + duration);
        long covered = 0;
        long longest = INTERVAL_MICROS;
        for (StoredInterval interval : intervals) {
            if (interval.functionIndex() == function.functionIndex()
                    && interval.interval().offsetMicros() < end) {
                long length = interval.interval().durationMicros();
                covered += length;
                longest = Math.max(longest, length);
            }
        }
        long measured = Math.max(0, (end - start - longest) / INTERVAL_MICROS);
        return new long[] {measured, Math.min(measured, covered / INTERVAL_MICROS)};
    }

    private static String line(String output, String part) {
        return output.lines().filter(each -> each.contains(part)).findFirst().orElse(part);
    }
}
