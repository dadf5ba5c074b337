package org.faasnetlab.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.fault.FaultProgram;
import org.faasnetlab.testing.fault.FaultProgram.Running;

/** Many trials in one process, whose memory, threads and open files are sampled. */
final class SoakCampaign {
    private static final long SAMPLE_MILLIS = 1_000;
    /** The heap fills up to its limit before the collector gives memory back, so what counts is what grows after that. */
    private static final double MAX_GROWTH = 1.3;

    private final Path dist;
    private final Path work;

    SoakCampaign(Path dist, Path work) {
        this.dist = dist;
        this.work = work;
    }

    private record Sample(long residentKilobytes, long heapKilobytes, long threads, long files) {}

    /** @param share part of the full length: 30 minutes with 12 functions, 10 minutes with 200 */
    CampaignResult run(double share) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| functions | minutes | trials | functions failed | intervals | resident memory in the second quarter / at the end | "
                        + "threads | open files |");
        lines.add("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
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
        try (DuckDbRunStore store = new DuckDbRunStore(program.data())) {
            for (RunRow run : store.runs()) {
                trials += store.trials(run.id()).size();
                failed += store.functions(run.id()).stream()
                        .filter(function -> !function.finished())
                        .count();
                for (int trial = 0; trial < store.trials(run.id()).size(); trial++) {
                    intervals += store.intervals(run.id(), trial).size();
                }
            }
        }
        Sample early = median(samples, 0.30, 0.45);
        Sample late = median(samples, 0.82, 0.97);
        lines.add(String.format(
                Locale.ROOT,
                "| %d | %.1f | %d | %d | %,d | %d / %d MB | %d / %d | %d / %d |",
                functions,
                took,
                trials,
                failed,
                intervals,
                early.residentKilobytes() / 1000,
                late.residentKilobytes() / 1000,
                early.threads(),
                late.threads(),
                early.files(),
                late.files()));
        System.out.println(lines.get(lines.size() - 1));
        long expected = trials * functions * (seconds * 10L - 1);
        return running.process().exitValue() == 0
                && failed == 0
                && intervals >= expected
                && late.threads() <= early.threads() * MAX_GROWTH + 5
                && late.files() <= early.files() * MAX_GROWTH + 10
                && late.residentKilobytes() <= early.residentKilobytes() * MAX_GROWTH
                && program.orphans(running) == 0;
    }

    private static Sample median(List<Sample> samples, double from, double to) {
        List<Sample> part = samples.subList((int) (samples.size() * from), Math.max(1, (int) (samples.size() * to)));
        return new Sample(
                middle(part.stream().map(Sample::residentKilobytes)),
                middle(part.stream().map(Sample::heapKilobytes)),
                middle(part.stream().map(Sample::threads)),
                middle(part.stream().map(Sample::files)));
    }

    private static long middle(Stream<Long> values) {
        List<Long> sorted = values.sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
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
