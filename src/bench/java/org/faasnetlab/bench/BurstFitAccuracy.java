package org.faasnetlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.FitGrid;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Kind;

/** What the analysis says about synthetic transfers of 20 kinds, beside what is true about them. */
final class BurstFitAccuracy implements Benchmark {
    private static final double[] JITTERS = {0.05, 0.15, 0.3};
    private static final int[] INTERVALS = {20, 100, 1000};
    private static final int SEEDS = Integer.getInteger("seeds", 100);
    private static final int TIMED = 300;

    @Override
    public String name() {
        return "burst-fit";
    }

    @Override
    public String description() {
        return "Synthetic transfers of 20 s: 20 kinds, jitter of 5, 15 and 30 %, intervals of 20, 100 and 1,000 ms, each "
                + SEEDS + " times: false bursts, missed buckets, errors, and how often 95 % intervals hold the truth.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) {
        List<List<Boolean>> held = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        double falseOnSteady = 0;
        double falseOnChanging = 0;
        System.out.println(
                "| kind | interval | right answer | false bursts | bucket error p95 | of an ideal estimator | interval holds burst,"
                        + " burst rate, time, baseline |");
        System.out.println("| --- | ---: | --- | --- | --- | --- | --- |");
        for (Kind kind : Kind.values()) {
            for (int interval : INTERVALS) {
                List<FitGrid.Cell> cells = FitGrid.cells(kind, JITTERS, interval, SEEDS);
                System.out.println(row(kind, interval, cells));
                for (FitGrid.Cell cell : cells) {
                    switch (kind.answer()) {
                        case ONE_RATE -> falseOnSteady = Math.max(falseOnSteady, cell.falseBursts());
                        case CHANGED -> falseOnChanging = Math.max(falseOnChanging, cell.falseBursts());
                        case BURST, TWO_LEVELS -> {
                            for (int i = 0; i < held.size(); i++) {
                                held.get(i).addAll(cell.coverage().get(i));
                            }
                        }
                    }
                }
            }
        }
        return List.of(
                BenchmarkFigure.atMost("false bursts of steady transfers, worst cell, %", 100 * falseOnSteady, 0),
                BenchmarkFigure.atMost("false bursts of changing transfers, worst cell, %", 100 * falseOnChanging, 2),
                BenchmarkFigure.within("intervals that hold the burst, %", 100 * FitGrid.share(held.get(0)), 92, 98),
                BenchmarkFigure.within(
                        "intervals that hold the burst rate, %", 100 * FitGrid.share(held.get(1)), 92, 98),
                BenchmarkFigure.within("intervals that hold the time, %", 100 * FitGrid.share(held.get(2)), 92, 98),
                BenchmarkFigure.within("intervals that hold the baseline, %", 100 * FitGrid.share(held.get(3)), 92, 98),
                BenchmarkFigure.atMost("CPU time to fit 600 intervals, ms", milliseconds(), 5));
    }

    private static String row(Kind kind, int interval, List<FitGrid.Cell> cells) {
        List<String> coverage = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Boolean> all = new ArrayList<>();
            for (FitGrid.Cell cell : cells) {
                all.addAll(cell.coverage().get(i));
            }
            coverage.add(percent(FitGrid.share(all), 0));
        }
        return String.format(
                Locale.ROOT,
                "| %s | %,d ms | %s | %s | %s | %s | %s |",
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                interval,
                each(cells, FitGrid.Cell::right, 0),
                kind.hasBurst() ? "-" : each(cells, FitGrid.Cell::falseBursts, 0),
                kind.hasBurst() ? each(cells, FitGrid.Cell::errorP95, 1) : "-",
                kind.hasBurst() ? each(cells, FitGrid.Cell::idealErrorP95, 1) : "-",
                kind.hasBurst() ? String.join(", ", coverage) : "-");
    }

    private static String each(List<FitGrid.Cell> cells, ToDoubleFunction<FitGrid.Cell> value, int digits) {
        return cells.stream()
                .map(cell -> percent(value.applyAsDouble(cell), digits))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share, int digits) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%." + digits + "f %%", 100 * share);
    }

    private static double milliseconds() {
        List<Interval> transfer = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            transfer.add(new Interval(i * 100_000L, 100_000, i < 6 ? 62_500_000 : 7_812_500 + 1_000 * (i % 97), null));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < TIMED; i++) {
            BurstFit.of(transfer);
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e6 / TIMED;
    }
}
