package org.faasnetlab.testing.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

    /** A stored interval may end this much later than iperf3 printed it: offsets are rounded to a grid of intervals. */
    private static final long SLACK_MICROS = 2 * INTERVAL_MICROS;

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

    /** When the fault comes. */
    public enum Moment {
        ANY,
        /** Within 1.5 seconds after the start, in which functions are prepared. */
        BEFORE_FUNCTIONS,
        WHILE_MEASURING
    }

    /**
     * Measures, injects the fault, waits for the end, and starts the program again. What iperf3 sent is known from its
     * output, and what was sent to S3 from the start of each function, which is stored.
     *
     * @param wrapper a command that starts the program, empty for none
     * @param destroys whether the fault destroys what is stored: the missing intervals are counted as destroyed
     */
    public FaultCount run(String preset, List<String> wrapper, Moment moment, boolean destroys, Fault fault)
            throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", "--preset", preset, "--set", "functions=4"));
        arguments.addAll(
                preset.startsWith("s3")
                        ? List.of("--set", "objectMiB=400", "--set", "link=200Mbit")
                        : List.of("--set", "seconds=" + SECONDS));
        SentIntervals printed = program.countSent();
        Running running = program.start(wrapper, arguments.toArray(String[]::new));
        Instant measured;
        try (StallMeter stalls = new StallMeter()) {
            Instant end = awaitMoment(running, moment);
            measured = end.minusSeconds(1).minus(stalls.most().multipliedBy(HOPS));
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
        boolean s3 = preset.startsWith("s3");
        Counted counted = stored ? count(code, measured) : new Counted(0, 0, 0, 0);
        long sent = s3 ? counted.started() : printed.until(measured);
        long kept = Math.min(sent, s3 ? counted.covered() : counted.before());
        int left = leftovers();
        return new FaultCount(
                1,
                sent == 0 ? 1 : 0,
                sent,
                kept,
                destroys ? 0 : sent - kept,
                destroys ? sent - kept : 0,
                orphans,
                left,
                counted.falseSuccesses() + (code == 0 && !stored ? 1 : 0),
                problems);
    }

    /** Returns the time at the moment, or at the end of the program if that comes first. */
    private Instant awaitMoment(Running running, Moment moment) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (moment == Moment.WHILE_MEASURING
                && running.process().isAlive()
                && !running.isMeasuring()
                && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        int range = switch (moment) {
            case ANY -> 9_000;
            case BEFORE_FUNCTIONS -> 1_500;
            case WHILE_MEASURING -> 3_000;
        };
        running.process().waitFor(random.nextInt(range), TimeUnit.MILLISECONDS);
        return Instant.now();
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

    /**
     * What is stored.
     *
     * @param before intervals of all functions that ended before the fault
     * @param started intervals that functions had measured by the time since their stored start
     * @param covered those of these that are stored, by the time that they cover
     */
    private record Counted(long before, long started, long covered, int falseSuccesses) {}

    private Counted count(int code, Instant measured) throws Exception {
        long before = 0;
        long started = 0;
        long covered = 0;
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
                    long cutoff = measured.toEpochMilli() * 1000 - trial.t0EpochMicros();
                    List<StoredInterval> intervals = store.intervals(run.id(), trial.index());
                    before += intervals.stream()
                            .filter(stored -> stored.interval().endMicros() <= cutoff + SLACK_MICROS)
                            .count();
                    for (FunctionRow function : functions) {
                        Coverage counted = coverage(intervals, function, cutoff);
                        started += counted.measured();
                        covered += counted.stored();
                    }
                }
            }
        }
        return new Counted(before, started, covered, falseSuccesses);
    }

    /**
     * Intervals of 100 ms of a function, counted by the time that they cover, because iperf3 prints longer ones on a busy
     * computer.
     */
    public record Coverage(long measured, long stored) {
        public long lost() {
            return measured - stored;
        }
    }

    /** What a finished function measured, and what of it is stored. */
    public static Coverage coverage(List<StoredInterval> intervals, FunctionRow finished) {
        long duration = finished.durationMicros() == null ? 0 : finished.durationMicros();
        long measured = duration / INTERVAL_MICROS;
        long covered = 0;
        for (StoredInterval interval : intervals) {
            if (interval.functionIndex() == finished.functionIndex()) {
                covered += interval.interval().durationMicros();
            }
        }
        // Durations are rounded to milliseconds each.
        return new Coverage(measured, Math.min(measured, (covered + INTERVAL_MICROS / 2) / INTERVAL_MICROS));
    }

    /** What a function had measured until the cutoff or its end, without the last interval, which may be unfinished. */
    private static Coverage coverage(List<StoredInterval> intervals, FunctionRow function, long cutoffMicros) {
        Long start = function.startOffsetMicros();
        if (start == null) {
            return new Coverage(0, 0);
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
        return new Coverage(measured, Math.min(measured, covered / INTERVAL_MICROS));
    }

    private static String line(String output, String part) {
        return output.lines().filter(each -> each.contains(part)).findFirst().orElse(part);
    }
}
