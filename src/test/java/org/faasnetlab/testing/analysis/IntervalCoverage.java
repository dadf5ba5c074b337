package org.faasnetlab.testing.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.PrecisionRule;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.jspecify.annotations.Nullable;

/** How often the intervals that the program prints hold what is true, by simulation. */
public final class IntervalCoverage {
    /** So many trials give the true median of a statistic over trials. */
    private static final int TRUTH = 20_000;
    /** Ratio of a process to one that is really slower. */
    private static final double FASTER = 1.1;

    /** An interval over the trials of a cell, and the statistic of a trial that it is about. */
    public enum Statistic {
        MEDIAN(0.5, CellStatistics::medianInterval),
        P5(0.05, CellStatistics::p5Interval),
        P95(0.95, CellStatistics::p95Interval);

        private final double share;
        private final Function<CellStatistics, @Nullable Range> interval;

        Statistic(double share, Function<CellStatistics, @Nullable Range> interval) {
            this.share = share;
            this.interval = interval;
        }
    }

    private final SimulatedTrials process;
    private final int samples;

    /** @param samples drawn for each share */
    public IntervalCoverage(SimulatedTrials process, int samples) {
        this.process = process;
        this.samples = samples;
    }

    /** Share of the intervals over a number of trials that hold the true median of a statistic of trials. */
    public double ofCell(Statistic statistic, int trials) {
        Random random = new Random(7);
        double truth = Quantiles.of(
                process.draw(TRUTH, random).stream()
                        .mapToDouble(values -> Quantiles.of(values, statistic.share))
                        .toArray(),
                0.5);
        return share(
                () -> Objects.requireNonNull(statistic.interval.apply(
                        Objects.requireNonNull(CellStatistics.of(process.draw(trials, random))))),
                truth);
    }

    /** Share of the intervals of one trial's functions that hold the true quantile of functions, without correlation. */
    public double ofOneTrial(Statistic statistic) {
        Random random = new Random(7);
        double[] all = new double[TRUTH * 10];
        SimulatedTrials single = new SimulatedTrials(process.shape(), 0, all.length);
        double truth = Quantiles.of(single.draw(1, random).get(0), statistic.share);
        return share(
                () -> Objects.requireNonNull(
                        statistic.interval.apply(Objects.requireNonNull(CellStatistics.of(process.draw(1, random))))),
                truth);
    }

    /** Share of comparisons of two equal processes in which they are called different. */
    public double calledDifferent(int trials) {
        Random random = new Random(11);
        return 1 - share(() -> Objects.requireNonNull(difference(trials, random).interval()), 0);
    }

    /** Share of the intervals of the ratio of two equal processes that hold 1. */
    public double ofRatio(int trials) {
        Random random = new Random(11);
        return share(() -> Objects.requireNonNull(difference(trials, random).ratioInterval()), 1);
    }

    /** Share of the intervals of the shift that hold a true one: the first process is a tenth faster. */
    public double ofTrueShift(int trials) {
        Random random = new Random(19);
        double median = Quantiles.of(medians(process.draw(TRUTH, random)), 0.5);
        return share(
                () -> Objects.requireNonNull(difference(trials, FASTER, random).interval()), (FASTER - 1) * median);
    }

    /** The same of the ratio. */
    public double ofTrueRatio(int trials) {
        Random random = new Random(19);
        return share(
                () -> Objects.requireNonNull(difference(trials, FASTER, random).ratioInterval()), FASTER);
    }

    /** Share of comparisons in which a process is called different from one that is a tenth faster. */
    public double fasterCalledDifferent(int trials) {
        Random random = new Random(19);
        return 1
                - share(
                        () -> Objects.requireNonNull(
                                difference(trials, FASTER, random).interval()),
                        0);
    }

    /**
     * Share of comparisons in which two processes are called equivalent.
     *
     * @param ratio of the first to the second
     * @param within the share by which equivalent ones differ at most
     */
    public double calledEquivalent(int trials, double ratio, double within) {
        Random random = new Random(23);
        int equivalent = 0;
        for (int sample = 0; sample < samples; sample++) {
            equivalent += difference(trials, ratio, random).isEquivalentWithin(within) ? 1 : 0;
        }
        return equivalent / (double) samples;
    }

    /** The same for trials in pairs, both of which have the level of their repetition beside their own. */
    public double pairsCalledDifferent(int pairs) {
        Random random = new Random(13);
        return 1
                - share(
                        () -> {
                            double[] first = medians(process.draw(pairs, random));
                            double[] second = medians(process.draw(pairs, random));
                            for (int pair = 0; pair < pairs; pair++) {
                                double moment = 20 * random.nextGaussian();
                                first[pair] += moment;
                                second[pair] += moment;
                            }
                            return Objects.requireNonNull(
                                    MedianDifference.ofPairs(first, second).interval());
                        },
                        0);
    }

    /**
     * What a stop rule does to the interval.
     *
     * @param held share of the intervals of stopped cells that hold the true median
     * @param stopped share of the cells that the rule stopped before the last trial
     * @param trials mean number of trials of a cell
     */
    public record Stopped(double held, double stopped, double trials) {}

    /** Cells that are measured until the rule is met, or up to a number of trials. */
    public Stopped untilMet(PrecisionRule rule, int mostTrials) {
        Random random = new Random(17);
        double truth = Quantiles.of(medians(process.draw(TRUTH, random)), 0.5);
        int held = 0;
        int stopped = 0;
        int trials = 0;
        for (int sample = 0; sample < samples; sample++) {
            List<double[]> all = process.draw(mostTrials, random);
            int measured = PrecisionRule.MIN_TRIALS;
            while (measured < mostTrials && !rule.isMetBy(all.subList(0, measured))) {
                measured++;
            }
            Range interval = Objects.requireNonNull(Objects.requireNonNull(CellStatistics.of(all.subList(0, measured)))
                    .medianInterval());
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
            stopped += measured < mostTrials ? 1 : 0;
            trials += measured;
        }
        return new Stopped(held / (double) samples, stopped / (double) samples, trials / (double) samples);
    }

    private MedianDifference difference(int trials, Random random) {
        return difference(trials, 1, random);
    }

    /** @param ratio of the first process to the second */
    private MedianDifference difference(int trials, double ratio, Random random) {
        double[] first = medians(process.draw(trials, random));
        return MedianDifference.of(
                Arrays.stream(first).map(value -> ratio * value).toArray(), medians(process.draw(trials, random)));
    }

    private static double[] medians(List<double[]> trials) {
        return trials.stream().mapToDouble(values -> Quantiles.of(values, 0.5)).toArray();
    }

    private double share(Supplier<Range> interval, double truth) {
        int held = 0;
        for (int sample = 0; sample < samples; sample++) {
            Range range = interval.get();
            held += range.low() <= truth && truth <= range.high() ? 1 : 0;
        }
        return held / (double) samples;
    }
}
