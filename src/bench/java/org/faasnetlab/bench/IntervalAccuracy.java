package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.stats.PrecisionRule;
import org.faasnetlab.testing.analysis.IntervalCoverage;
import org.faasnetlab.testing.analysis.IntervalCoverage.Statistic;
import org.faasnetlab.testing.analysis.SimulatedTrials;
import org.faasnetlab.testing.analysis.SimulatedTrials.Shape;

/** How often confidence intervals hold the truth, and how often equal processes are called different. */
final class IntervalAccuracy implements Benchmark {
    private static final double[] CORRELATIONS = {0, 0.4, 0.8};
    private static final int[] TRIALS = {2, 3, 5, 6, 10};
    private static final int FUNCTIONS = 24;
    /** Wanted widths in percent of the median; the processes have a coefficient of variation of 5 %. */
    private static final double[] STOP_WIDTHS = {2, 5, 10};

    private static final int MOST_TRIALS = 30;
    private static final int SAMPLES = Integer.getInteger("samples", 10_000);

    private double lowest = 1;
    private double highest;
    private double highestOfOutliers;
    private double different;

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
