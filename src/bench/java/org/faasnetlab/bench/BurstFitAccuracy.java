package org.faasnetlab.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.FitGrid;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Kind;

/** What the analysis says about synthetic transfers of 20 kinds, beside what is true about them. */
final class BurstFitAccuracy implements Benchmark {
    static final double[] JITTERS = {0.05, 0.15, 0.3};
    static final int[] INTERVALS = {20, 100, 1000};
    private static final int SEEDS = Integer.getInteger("seeds", 300);
    private static final int TIMED = 300;
    /** The ideal estimator does not depend on the interval. */
    private static final int IDEAL_INTERVAL = 100;
    /** Refills in pulses do not vary, and the estimator does not allow for tokens that a slow start loses. */
    private static final Set<Kind> WITHOUT_IDEAL = EnumSet.of(Kind.BUCKET_300_PULSES, Kind.BUCKET_300_SLOW_START);

    /** In the order of {@link FitGrid.Cell#coverage}. */
    private static final List<String> QUANTITIES = List.of("burst", "burst rate", "time", "baseline");

    private static final int BURST_RATE = QUANTITIES.indexOf("burst rate");
    private static final int TIME = QUANTITIES.indexOf("time");

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
        List<Worst> worst =
                QUANTITIES.stream().map(quantity -> Worst.NONE).collect(Collectors.toCollection(ArrayList::new));
        double falseOnSteady = 0;
        double falseOnChanging = 0;
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int interval : INTERVALS) {
                List<FitGrid.Cell> cells = FitGrid.cells(kind, JITTERS, interval, SEEDS);
                rows.add(new Row(kind, interval, cells));
                for (int jitter = 0; jitter < JITTERS.length; jitter++) {
                    FitGrid.Cell cell = cells.get(jitter);
                    switch (kind.answer()) {
                        case ONE_RATE -> falseOnSteady = Math.max(falseOnSteady, cell.falseBursts());
                        case CHANGED -> falseOnChanging = Math.max(falseOnChanging, cell.falseBursts());
                        case BURST, TWO_LEVELS -> {
                            // Without a burst rate, the time is only bounded: it may be 0.
                            boolean resolved = !cell.coverage().get(BURST_RATE).isEmpty();
                            for (int i = 0; i < held.size(); i++) {
                                held.get(i)
                                        .addAll(
                                                resolved || i != TIME
                                                        ? cell.coverage().get(i)
                                                        : List.of());
                                worst.set(i, worst.get(i).orWorse(cell, i, name(kind), interval, JITTERS[jitter]));
                            }
                        }
                    }
                }
            }
        }
        print(rows);
        List<BenchmarkFigure> figures = new ArrayList<>(List.of(
                BenchmarkFigure.atMost("false bursts of steady transfers, worst cell, %", 100 * falseOnSteady, 0),
                BenchmarkFigure.atMost("false bursts of changing transfers, worst cell, %", 100 * falseOnChanging, 2)));
        for (int i = 0; i < QUANTITIES.size(); i++) {
            String quantity = "intervals that hold the " + QUANTITIES.get(i);
            figures.add(BenchmarkFigure.within(quantity + ", %", 100 * FitGrid.share(held.get(i)), 92, 98));
            figures.add(BenchmarkFigure.forTheRecord(
                    quantity + ", worst cell (" + worst.get(i).cell() + "), %",
                    100 * worst.get(i).share()));
        }
        figures.add(BenchmarkFigure.atMost("CPU time to fit 600 intervals, ms", milliseconds(), 5));
        return figures;
    }

    /** The cell whose intervals hold the truth least often, of those in which enough bursts were found to judge. */
    private record Worst(double share, String cell) {
        static final Worst NONE = new Worst(1, "-");

        Worst orWorse(FitGrid.Cell cell, int quantity, String kind, int interval, double jitter) {
            List<Boolean> held = cell.coverage().get(quantity);
            double own = FitGrid.share(held);
            return held.size() * 2 < SEEDS || own >= share
                    ? this
                    : new Worst(
                            own,
                            String.format(Locale.ROOT, "%s, %,d ms, jitter %.0f %%", kind, interval, 100 * jitter));
        }
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The cells of a kind and an interval, one for each jitter. */
    private record Row(Kind kind, int interval, List<FitGrid.Cell> cells) {
        String of(String... columns) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d ms | %s |",
                    BurstFitAccuracy.name(kind),
                    interval,
                    String.join(" | ", columns));
        }

        String each(ToDoubleFunction<FitGrid.Cell> value, int digits) {
            return BurstFitAccuracy.each(cells, value, digits);
        }
    }

    /** The tables of docs/methods.md; three values in a cell are those of the three jitters. */
    private static void print(List<Row> rows) {
        System.out.println("| kind | interval | right answer | false bursts | bucket error p95 |");
        System.out.println("| --- | ---: | --- | --- | --- |");
        for (Row row : rows) {
            boolean burst = row.kind().hasBurst();
            System.out.println(row.of(
                    row.each(FitGrid.Cell::right, 0),
                    burst ? "-" : row.each(FitGrid.Cell::falseBursts, 0),
                    burst ? row.each(FitGrid.Cell::errorP95, 1) : "-"));
        }
        System.out.println();
        System.out.println("| kind | interval | burst | burst rate | time | baseline |");
        System.out.println("| --- | ---: | --- | --- | --- | --- |");
        for (Row row : rows) {
            if (row.kind().hasBurst()) {
                String[] columns = new String[QUANTITIES.size()];
                for (int i = 0; i < columns.length; i++) {
                    int quantity = i;
                    columns[i] = row.each(cell -> FitGrid.share(cell.coverage().get(quantity)), 0);
                }
                System.out.println(row.of(columns));
            }
        }
        System.out.println();
        System.out.println("| kind | analysis | ideal estimator |");
        System.out.println("| --- | --- | --- |");
        for (Row row : rows) {
            if (row.kind().hasBurst() && row.interval() == IDEAL_INTERVAL && !WITHOUT_IDEAL.contains(row.kind())) {
                System.out.println("| " + name(row.kind()) + " | " + row.each(FitGrid.Cell::errorP95, 1) + " | "
                        + row.each(FitGrid.Cell::idealErrorP95, 1) + " |");
            }
        }
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
