package org.faasnetlab.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.fault.FaultProgram;
import org.faasnetlab.testing.fault.FaultProgram.Running;
import org.faasnetlab.testing.fault.FaultRound;
import org.faasnetlab.testing.fault.Growth;

/** Many trials in one process, whose memory, threads and open files are sampled. */
final class SoakCampaign {
    private static final long SAMPLE_MILLIS = 1_000;
    /**
     * The heap fills up to its limit before the collector gives memory back, so what counts is what grows in the second
     * half.
     */
    private static final double MAX_GROWTH = 0.05;

    private final Path dist;
    private final Path work;

    SoakCampaign(Path dist, Path work) {
        this.dist = dist;
        this.work = work;
    }

    private record Sample(long residentKilobytes, long anonymousKilobytes, long threads, long files) {}

    /** @param share part of the full length: 30 minutes with 12 functions, 10 minutes with 200 */
    CampaignResult run(double share) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| functions | minutes | trials | functions failed | intervals | lost | resident memory at the end, growth | "
                        + "without files | threads | open files |");
        lines.add("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        boolean held = soak(12, 30 * share, lines);
        if (share >= 0.2) {
            held &= soak(200, 10 * share, lines);
        } else {
            lines.add("");
            lines.add("200 functions were left out: two minutes with them are no soak.");
        }
        return new CampaignResult(held, lines);
    }

    private boolean soak(int functions, double minutes, List<String> lines) throws Exception {
        Path folder = Files.createDirectories(work.resolve("soak-" + functions + "-" + System.currentTimeMillis()));
        FaultProgram program = new FaultProgram(dist, folder, work.resolve("cache"));
        int seconds = 2;
        double eachTrial = functions > 100 ? 25 : 5;
        int repeats = (int) Math.max(3, minutes * 60 / eachTrial);
        Running running = program.start(
                List.of(),
                "run",
                "--preset",
                "iperf3-single",
                "--set",
                "functions=" + functions,
                "--set",
                "seconds=" + seconds,
                "--set",
                "link=50Mbit",
                "--set",
                "repeats=" + repeats,
                "--yes");
        List<Sample> samples = new ArrayList<>();
        long begun = System.nanoTime();
        while (!running.process().waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            samples.add(sample(running.process().pid()));
        }
        double took = (System.nanoTime() - begun) / 6e10;
        long failed = 0;
        long intervals = 0;
        long trials = 0;
        long lost = 0;
        try (DuckDbRunStore store = new DuckDbRunStore(program.data())) {
            for (RunRow run : store.runs()) {
                List<FunctionRow> rows = store.functions(run.id());
                int stored = store.trials(run.id()).size();
                trials += stored;
                failed += (long) stored * functions
                        - rows.stream().filter(FunctionRow::finished).count();
                for (int trial = 0; trial < stored; trial++) {
                    int index = trial;
                    List<StoredInterval> measured = store.intervals(run.id(), trial);
                    intervals += measured.size();
                    lost += rows.stream()
                            .filter(row -> row.trial() == index && row.finished())
                            .mapToLong(row -> FaultRound.coverage(measured, row).lost())
                            .sum();
                }
            }
        }
        Sample end = samples.get((int) (samples.size() * 0.97));
        double resident = growth(samples, Sample::residentKilobytes);
        double anonymous = growth(samples, Sample::anonymousKilobytes);
        double threads = growth(samples, Sample::threads);
        double files = growth(samples, Sample::files);
        lines.add(String.format(
                Locale.ROOT,
                "| %d | %.1f | %d | %d | %,d | %d | %d MB, %+.1f %% | %d MB, %+.1f %% | %d, %+.1f %% | %d, %+.1f %% |",
                functions,
                took,
                trials,
                failed,
                intervals,
                lost,
                end.residentKilobytes() / 1000,
                resident * 100,
                end.anonymousKilobytes() / 1000,
                anonymous * 100,
                end.threads(),
                threads * 100,
                end.files(),
                files * 100));
        System.out.println(lines.get(lines.size() - 1));
        return running.process().exitValue() == 0
                && failed == 0
                && lost == 0
                && trials == repeats
                && Stream.of(resident, anonymous, threads, files).allMatch(growth -> growth < MAX_GROWTH)
                && program.orphans(running) == 0;
    }

    private static double growth(List<Sample> samples, Function<Sample, Long> quantity) {
        return Growth.ofSecondHalf(samples.stream().map(quantity).toList());
    }

    private static Sample sample(long pid) {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        long files = 0;
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            files = open.count();
        } catch (java.io.IOException | java.io.UncheckedIOException ended) {
            // The process has ended since.
        }
        return new Sample(value(status, "VmRSS"), value(status, "RssAnon"), value(status, "Threads"), files);
    }

    private static long value(Path status, String name) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (java.io.IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
