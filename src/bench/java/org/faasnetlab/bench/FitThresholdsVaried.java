package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.VariedThreshold;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.FitGrid;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Answer;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Kind;

/** What other values of the thresholds of the analysis would do on the synthetic grid. */
final class FitThresholdsVaried implements Benchmark {
    private static final int SEEDS = Math.max(1, Integer.getInteger("seeds", 300) / 50);

    @Override
    public String name() {
        return "fit-thresholds";
    }

    @Override
    public String description() {
        return "The grid of burst-fit, each cell " + SEEDS
                + " times, with a lower and a higher value of each threshold that has no source: wrong answers.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) {
        System.out.println("| threshold | value | wrong, steady | wrong, changing | wrong, bursting | false bursts,"
                + " worst kind |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        Wrong inUse = Wrong.of(BurstFit::of);
        System.out.println(inUse.row("all", "in use"));
        for (VariedThreshold threshold : VariedThreshold.values()) {
            for (double value : new double[] {threshold.lower(), threshold.higher()}) {
                System.out.println(Wrong.of(intervals -> threshold.fit(intervals, value))
                        .row(
                                threshold.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                value + " instead of " + threshold.inUse()));
            }
        }
        return List.of(
                BenchmarkFigure.forTheRecord(
                        "wrong answers on steady transfers, %", 100 * inUse.share(Answer.ONE_RATE)),
                BenchmarkFigure.forTheRecord(
                        "wrong answers on changing transfers, %", 100 * inUse.share(Answer.CHANGED)),
                BenchmarkFigure.forTheRecord(
                        "wrong answers on bursting transfers, %", 100 * inUse.share(Answer.BURST)));
    }

    /**
     * Shares of wrong answers.
     *
     * @param byAnswer shares of the cells of kinds with this right answer; two levels count as bursts
     * @param falseBursts of the kind without one that has most
     */
    private record Wrong(Map<Answer, List<Double>> byAnswer, double falseBursts) {

        static Wrong of(Function<List<Interval>, BurstFit> analysis) {
            Map<Answer, List<Double>> byAnswer = new EnumMap<>(Answer.class);
            double worst = 0;
            for (Kind kind : Kind.values()) {
                double falseBursts = 0;
                for (int interval : BurstFitAccuracy.INTERVALS) {
                    for (FitGrid.Cell cell : FitGrid.cells(kind, BurstFitAccuracy.JITTERS, interval, SEEDS, analysis)) {
                        byAnswer.computeIfAbsent(kind.hasBurst() ? Answer.BURST : kind.answer(), a -> new ArrayList<>())
                                .add(1 - cell.right());
                        falseBursts += cell.falseBursts()
                                / (BurstFitAccuracy.INTERVALS.length * BurstFitAccuracy.JITTERS.length);
                    }
                }
                worst = Math.max(worst, falseBursts);
            }
            return new Wrong(byAnswer, worst);
        }

        double share(Answer answer) {
            return byAnswer.get(answer).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
        }

        String row(String threshold, String value) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f %% | %.1f %% | %.1f %% | %.1f %% |",
                    threshold,
                    value,
                    100 * share(Answer.ONE_RATE),
                    100 * share(Answer.CHANGED),
                    100 * share(Answer.BURST),
                    100 * falseBursts);
        }
    }
}
