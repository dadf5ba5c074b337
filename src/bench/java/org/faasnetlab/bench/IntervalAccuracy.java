package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.comparison.ComparisonFormatter;
import org.faasnetlab.analysis.stats.PrecisionRule;
import org.faasnetlab.testing.analysis.FitCoverage;
import org.faasnetlab.testing.analysis.IntervalCoverage;
import org.faasnetlab.testing.analysis.IntervalCoverage.Statistic;
import org.faasnetlab.testing.analysis.SimulatedTrials;
import org.faasnetlab.testing.analysis.SimulatedTrials.Shape;
import org.faasnetlab.testing.analysis.SyntheticLink;

/** How often confidence intervals hold the truth, and how often equal processes are called different. */
final class IntervalAccuracy implements Benchmark {
    private static final double[] CORRELATIONS = {0, 0.4, 0.8};
    private static final int[] TRIALS = {2, 3, 5, 6, 10};
    private static final int FUNCTIONS = 24;
    /** Wanted widths in percent of the median; the processes have a coefficient of variation of 5 %. */
    private static final double[] STOP_WIDTHS = {2, 5, 10};

    private static final int MOST_TRIALS = 30;
    private static final int SAMPLES = Integer.getInteger("samples", 10_000);
    private static final int TRANSFERS = Integer.getInteger("transfers", 300);
    private static final double[] JITTERS = {0.05, 0.15, 0.3};
    private static final double EQUIVALENT = ComparisonFormatter.EQUIVALENT;

    private double lowest = 1;
    private double highest;
    private double highestOfOutliers;
    private double different;
    private double equivalent;
    private double ofTransfers = 1;

    @Override
    public String name() {
        return "intervals";
    }

    @Override
    public String description() {
        return "Simulated trials of " + FUNCTIONS + " functions, three distributions, correlation of the functions of a"
                + " trial 0 to 0.8, " + SAMPLES
                + " samples each: how often 95 % intervals hold the truth, and how often"
                + " two equal processes are called different (AA test).";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) {
        System.out.println("| distribution | trials | median | P5 | P95 | ratio | called different | pairs called"
                + " different |");
        System.out.println("| --- | ---: | --- | --- | --- | --- | --- | --- |");
        for (Shape shape : Shape.values()) {
            for (int trials : TRIALS) {
                System.out.println(row(shape, trials));
            }
        }
        System.out.println();
        System.out.println(
                "| distribution | trials | shift | ratio | called different | called equivalent at the limit | equal called"
                        + " equivalent |");
        System.out.println("| --- | ---: | --- | --- | --- | --- | --- |");
        for (Shape shape : Shape.values()) {
            for (int trials : TRIALS) {
                System.out.println(rowOfDifferent(shape, trials));
            }
        }
        System.out.println();
        System.out.println("| what a transfer shows | case | transfers | holds the truth |");
        System.out.println("| --- | --- | ---: | --- |");
        rowsOfTransfers();
        System.out.println();
        System.out.println("| distribution | functions in one trial | median | P5 | P95 |");
        System.out.println("| --- | ---: | --- | --- | --- |");
        for (Shape shape : Shape.values()) {
            for (int functions : new int[] {2, 3, 5, 6, 10, 16, 64, 100, 1_000}) {
                System.out.println(rowOfOneTrial(shape, functions));
            }
        }
        System.out.println();
        System.out.println("| distribution | target width | interval holds the median | stopped early | mean trials |");
        System.out.println("| --- | ---: | --- | --- | --- |");
        double ofStopped = 1;
        for (Shape shape : Shape.values()) {
            for (double width : STOP_WIDTHS) {
                ofStopped = Math.min(ofStopped, rowOfStopRule(shape, width));
            }
        }
        return List.of(
                BenchmarkFigure.atMost("called equivalent at the limit, worst cell, %", 100 * equivalent, 5),
                BenchmarkFigure.forTheRecord(
                        "lowest coverage of what a transfer shows besides bursts, %", 100 * ofTransfers),
                BenchmarkFigure.forTheRecord("lowest coverage under the stop rule, %", 100 * ofStopped),
                BenchmarkFigure.within("lowest coverage of an interval, %", 100 * lowest, 93, 97),
                BenchmarkFigure.within("highest coverage of an interval, %", 100 * highest, 93, 97),
                BenchmarkFigure.within(
                        "highest coverage of an interval if every seventh is an outlier, %",
                        100 * highestOfOutliers, 93, 98.5),
                BenchmarkFigure.atMost("equal processes called different, worst cell, %", 100 * different, 7));
    }

    private String row(Shape shape, int trials) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cells.add(new ArrayList<>());
        }
        for (double correlation : CORRELATIONS) {
            IntervalCoverage coverage =
                    new IntervalCoverage(new SimulatedTrials(shape, correlation, FUNCTIONS), SAMPLES);
            cells.get(0).add(held(shape, coverage.ofCell(Statistic.MEDIAN, trials)));
            cells.get(1).add(held(shape, coverage.ofCell(Statistic.P5, trials)));
            cells.get(2).add(held(shape, coverage.ofCell(Statistic.P95, trials)));
            cells.get(3).add(held(shape, coverage.ofRatio(trials)));
            cells.get(4).add(called(coverage.calledDifferent(trials)));
            cells.get(5).add(called(coverage.pairsCalledDifferent(trials)));
        }
        StringBuilder row = new StringBuilder("| " + name(shape) + " | " + trials);
        cells.forEach(cell -> row.append(" | ").append(String.join(", ", cell)));
        return row.append(" |").toString();
    }

    /** The first process is a tenth faster; what is equivalent differs by a twentieth. */
    private String rowOfDifferent(Shape shape, int trials) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            cells.add(new ArrayList<>());
        }
        for (double correlation : CORRELATIONS) {
            IntervalCoverage coverage =
                    new IntervalCoverage(new SimulatedTrials(shape, correlation, FUNCTIONS), SAMPLES);
            double atLimit = coverage.calledEquivalent(trials, 1 + EQUIVALENT, EQUIVALENT);
            equivalent = Math.max(equivalent, atLimit);
            cells.get(0).add(held(shape, coverage.ofTrueShift(trials)));
            cells.get(1).add(held(shape, coverage.ofTrueRatio(trials)));
            cells.get(2).add(percent(coverage.fasterCalledDifferent(trials)));
            cells.get(3).add(percent(atLimit));
            cells.get(4).add(percent(coverage.calledEquivalent(trials, 1, EQUIVALENT)));
        }
        StringBuilder row = new StringBuilder("| " + name(shape) + " | " + trials);
        cells.forEach(cell -> row.append(" | ").append(String.join(", ", cell)));
        return row.append(" |").toString();
    }

    private void rowsOfTransfers() {
        for (int interval : new int[] {20, 100, 1_000}) {
            row("mean of an unsteady rate", interval + " ms", FitCoverage.meansOfUnsteadyRates(interval, TRANSFERS));
        }
        for (double jitter : JITTERS) {
            for (int interval : new int[] {20, 100, 1_000}) {
                String of = String.format(Locale.ROOT, "%d ms, jitter %.0f %%", interval, 100 * jitter);
                row("second level", of, FitCoverage.secondLevels(jitter, interval, TRANSFERS));
                row("baseline after it", of, FitCoverage.baselinesAfterSecondLevels(jitter, interval, TRANSFERS));
            }
        }
        for (double size : new double[] {4, 8, 16, 24}) {
            for (double jitter : JITTERS) {
                for (int interval : new int[] {100, 1_000}) {
                    row(
                            "burst found or not excluded",
                            String.format(Locale.ROOT, "%.0f MiB, %d ms, jitter %.0f %%", size, interval, 100 * jitter),
                            FitCoverage.burstsNotExcluded(size, jitter, interval, TRANSFERS));
                }
            }
        }
        for (SyntheticLink.Shape shape : SyntheticLink.Shape.values()) {
            for (double pause : new double[] {1, 3}) {
                row(
                        "refill rate",
                        String.format(
                                Locale.ROOT,
                                "%s, pause of %.0f s, 100 ms",
                                shape.name().toLowerCase(Locale.ROOT),
                                pause),
                        FitCoverage.refills(shape, pause, 100, TRANSFERS));
            }
        }
    }

    private void row(String quantity, String of, FitCoverage.Share share) {
        if (share.n() * 10 >= TRANSFERS) {
            ofTransfers = Math.min(ofTransfers, share.value());
            System.out.println(
                    "| " + quantity + " | " + of + " | " + share.n() + " | " + percent(share.value()) + " |");
        }
    }

    /** Prints a row and returns the lowest coverage in it. */
    private static double rowOfStopRule(Shape shape, double widthPercent) {
        List<String> held = new ArrayList<>();
        List<String> stopped = new ArrayList<>();
        List<String> trials = new ArrayList<>();
        double lowest = 1;
        for (double correlation : CORRELATIONS) {
            IntervalCoverage.Stopped cells = new IntervalCoverage(
                            new SimulatedTrials(shape, correlation, FUNCTIONS), SAMPLES)
                    .untilMet(new PrecisionRule(widthPercent), MOST_TRIALS);
            held.add(percent(cells.held()));
            stopped.add(percent(cells.stopped()));
            trials.add(String.format(Locale.ROOT, "%.1f", cells.trials()));
            lowest = Math.min(lowest, cells.held());
        }
        System.out.println("| " + name(shape) + " | " + widthPercent + " % | " + String.join(", ", held) + " | "
                + String.join(", ", stopped) + " | " + String.join(", ", trials) + " |");
        return lowest;
    }

    private String rowOfOneTrial(Shape shape, int functions) {
        IntervalCoverage coverage = new IntervalCoverage(new SimulatedTrials(shape, 0, functions), SAMPLES);
        boolean enough = functions >= 72;
        return "| " + name(shape) + " | " + functions + " | " + held(shape, coverage.ofOneTrial(Statistic.MEDIAN))
                + " | "
                + (enough ? held(shape, coverage.ofOneTrial(Statistic.P5)) : "-") + " | "
                + (enough ? held(shape, coverage.ofOneTrial(Statistic.P95)) : "-") + " |";
    }

    private String held(Shape shape, double share) {
        lowest = Math.min(lowest, share);
        if (shape == Shape.OUTLIERS) {
            highestOfOutliers = Math.max(highestOfOutliers, share);
        } else {
            highest = Math.max(highest, share);
        }
        return percent(share);
    }

    private String called(double share) {
        different = Math.max(different, share);
        return percent(share);
    }

    private static String name(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
