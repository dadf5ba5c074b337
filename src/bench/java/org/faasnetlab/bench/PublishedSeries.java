package org.faasnetlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.CaseFile;

/**
 * What the analysis says about measured transfers, one CSV file each with the columns offsetMicros, durationMicros and
 * bytes, by folder. The files are not in the repository; docs/methods.md names where they are published.
 */
final class PublishedSeries implements Benchmark {
    /** A rate without a burst that is further above the mean of its own transfer does not describe it. */
    private static final double ABOVE_MEAN = 1.25;

    /** Folder of the files; empty without. */
    private static final String FOLDER = System.getProperty("series", "");

    private static final List<String> ANSWERS = List.of(
            "burst, shape of a bucket",
            "burst or slower link",
            "two levels",
            "no burst",
            "changed in steps",
            "drifted",
            "unsteady",
            "too short");

    @Override
    public String name() {
        return "published-series";
    }

    @Override
    public String description() {
        return "What the analysis says about measured transfers in the CSV files of the folder -Dseries: answers, and"
                + " baselines without a burst above 1.25 times the mean of their own transfer.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws IOException {
        if (FOLDER.isEmpty()) {
            System.out.println("Left out: -Dseries=FOLDER names the folder of the series.");
            return List.of();
        }
        Map<String, Answers> byFolder = new TreeMap<>();
        for (Path file : files(Path.of(FOLDER))) {
            byFolder.computeIfAbsent(file.getParent().getFileName().toString(), folder -> new Answers())
                    .add(file, CaseFile.intervals(file));
        }
        System.out.println(
                "| series | transfers | " + String.join(" | ", ANSWERS) + " | baseline above 1.25 times the mean |");
        System.out.println("| --- |" + " ---: |".repeat(ANSWERS.size() + 2));
        Answers all = new Answers();
        byFolder.forEach((folder, answers) -> {
            System.out.println(answers.row(folder));
            all.add(answers);
        });
        System.out.println(all.row("all"));
        return List.of(
                BenchmarkFigure.forTheRecord("transfers", all.transfers()),
                BenchmarkFigure.atMost(
                        "baselines without a burst above 1.25 times the mean of their own transfer", all.aboveMean, 0));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    /** Counts of the answers about some transfers. */
    private static final class Answers {
        private final int[] counts = new int[ANSWERS.size()];
        private int aboveMean;

        void add(Path file, List<Interval> intervals) {
            BurstFit fit = BurstFit.of(intervals);
            int answer = ANSWERS.indexOf(answer(fit));
            counts[answer]++;
            if (fit instanceof BurstFit.NoBurst none && isAboveMean(none.baseline(), intervals)) {
                aboveMean++;
                System.out.println("Above its mean: " + file);
            }
        }

        void add(Answers other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            aboveMean += other.aboveMean;
        }

        int transfers() {
            int sum = 0;
            for (int count : counts) {
                sum += count;
            }
            return sum;
        }

        String row(String name) {
            List<String> cells = new ArrayList<>();
            for (int count : counts) {
                cells.add(String.format(Locale.ROOT, "%,d", count));
            }
            return String.format(
                    Locale.ROOT, "| %s | %,d | %s | %d |", name, transfers(), String.join(" | ", cells), aboveMean);
        }

        private static boolean isAboveMean(Baseline baseline, List<Interval> intervals) {
            double bytes = intervals.stream().mapToLong(Interval::bytes).sum();
            double seconds =
                    intervals.stream().mapToLong(Interval::durationMicros).sum() / 1e6;
            return baseline.rate().bytesPerSecond() > ABOVE_MEAN * bytes / seconds;
        }
    }

    private static String answer(BurstFit fit) {
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public String on(BurstFit.Fitted fit) {
                return fit.bucketShaped() ? "burst, shape of a bucket" : "burst or slower link";
            }

            @Override
            public String on(BurstFit.TwoLevels fit) {
                return "two levels";
            }

            @Override
            public String on(BurstFit.NoBurst fit) {
                return "no burst";
            }

            @Override
            public String on(BurstFit.RateChanged fit) {
                return switch (fit.change()) {
                    case STEPS -> "changed in steps";
                    case DRIFT -> "drifted";
                    case UNSTEADY -> "unsteady";
                };
            }

            @Override
            public String on(BurstFit.TooShort fit) {
                return "too short";
            }
        });
    }
}
