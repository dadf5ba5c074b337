package org.faasnetlab.testing.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Answer;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Kind;
import org.faasnetlab.testing.analysis.SyntheticTransfer.Truth;

/** How often the analysis of synthetic transfers is right, and how often its intervals hold the truth. */
public final class FitGrid {
    /** Results of one kind, jitter and interval length. */
    public static final class Cell {
        private final Kind kind;
        private final Map<String, Integer> answers = new TreeMap<>();
        private int runs;
        private int bursts;
        private int right;
        private final List<Double> errors = new ArrayList<>();
        private final List<Double> idealErrors = new ArrayList<>();
        private final List<Boolean> burstHeld = new ArrayList<>();
        private final List<Boolean> rateHeld = new ArrayList<>();
        private final List<Boolean> timeHeld = new ArrayList<>();
        private final List<Boolean> baselineHeld = new ArrayList<>();

        Cell(Kind kind) {
            this.kind = kind;
        }

        void add(BurstFit fit, SyntheticTransfer transfer) {
            runs++;
            BurstFit.Fitted burst = fit.burstOrNull();
            bursts += burst == null ? 0 : 1;
            Answer answer = answer(fit);
            answers.merge(answer == null ? "too short" : answer.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            right += answer == kind.answer() ? 1 : 0;
            Truth truth = transfer.truth();
            if (truth != null) {
                double ideal = (truth.rate() - truth.baseline()) * truth.seconds();
                idealErrors.add(Math.abs(ideal / truth.burst() - 1));
            }
            if (truth != null && burst != null && answer == kind.answer()) {
                errors.add(Math.abs(burst.burst().bytes() / truth.burst() - 1));
                BurstFit.Intervals intervals = burst.intervals();
                burstHeld.add(intervals.burstLow().bytes() <= truth.burst()
                        && truth.burst() <= intervals.burstHigh().bytes());
                timeHeld.add(intervals.timeLow().toNanos() <= truth.seconds() * 1e9
                        && truth.seconds() * 1e9 <= intervals.timeHigh().toNanos());
                if (intervals.burstRate() != null) {
                    rateHeld.add(intervals.burstRate().low().bytesPerSecond() <= truth.rate()
                            && truth.rate() <= intervals.burstRate().high().bytesPerSecond());
                }
                baselineHeld.add(burst.baseline().low().bytesPerSecond() <= truth.baseline()
                        && truth.baseline() <= burst.baseline().high().bytesPerSecond());
            } else if (fit instanceof BurstFit.NoBurst none && kind == Kind.CONSTANT) {
                baselineHeld.add(none.baseline().low().megabitsPerSecond() <= 625
                        && 625 <= none.baseline().high().megabitsPerSecond());
            }
        }

        private static Answer answer(BurstFit fit) {
            return fit.accept(new BurstFit.Handler<>() {
                @Override
                public Answer on(BurstFit.Fitted fit) {
                    return Answer.BURST;
                }

                @Override
                public Answer on(BurstFit.TwoLevels fit) {
                    return Answer.TWO_LEVELS;
                }

                @Override
                public Answer on(BurstFit.NoBurst fit) {
                    return Answer.ONE_RATE;
                }

                @Override
                public Answer on(BurstFit.RateChanged fit) {
                    return Answer.CHANGED;
                }

                @Override
                public Answer on(BurstFit.TooShort fit) {
                    return null;
                }
            });
        }

        public Kind kind() {
            return kind;
        }

        public Map<String, Integer> answers() {
            return answers;
        }

        /** Share of transfers without a burst for which one was reported. */
        public double falseBursts() {
            return kind.hasBurst() ? 0 : bursts / (double) runs;
        }

        /** Share of transfers with the right answer. */
        public double right() {
            return right / (double) runs;
        }

        /** The 95th percentile of the relative error of the bucket; NaN if none was found. */
        public double errorP95() {
            return errors.isEmpty()
                    ? Double.NaN
                    : Quantiles.of(
                            errors.stream().mapToDouble(Double::doubleValue).toArray(), 0.95);
        }

        /**
         * The 95th percentile of the relative error of an ideal estimator, which knows when the bucket was empty and the
         * mean baseline: what the refill varied by until then is in no data. NaN for kinds without a burst.
         */
        public double idealErrorP95() {
            return idealErrors.isEmpty()
                    ? Double.NaN
                    : Quantiles.of(
                            idealErrors.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray(),
                            0.95);
        }

        /** Counts of true values that lie in their interval: burst, burst rate, time to baseline, baseline. */
        public List<List<Boolean>> coverage() {
            return List.of(burstHeld, rateHeld, timeHeld, baselineHeld);
        }
    }

    private FitGrid() {}

    public static Cell cell(Kind kind, double jitter, int intervalMillis, int seeds) {
        return cell(kind, jitter, intervalMillis, seeds, BurstFit::of);
    }

    private static Cell cell(
            Kind kind, double jitter, int intervalMillis, int seeds, Function<List<Interval>, BurstFit> analysis) {
        Cell cell = new Cell(kind);
        for (int seed = 0; seed < seeds; seed++) {
            SyntheticTransfer transfer = kind.run(jitter, intervalMillis, seed);
            cell.add(analysis.apply(transfer.intervals()), transfer);
        }
        return cell;
    }

    /** Share of true values in the list; NaN if it is empty. */
    public static double share(List<Boolean> held) {
        return held.isEmpty() ? Double.NaN : held.stream().filter(hit -> hit).count() / (double) held.size();
    }

    /**
     * All cells of a kind and an interval length, one for each jitter.
     *
     * @param jitters coefficients of variation
     */
    public static List<Cell> cells(Kind kind, double[] jitters, int intervalMillis, int seeds) {
        return cells(kind, jitters, intervalMillis, seeds, BurstFit::of);
    }

    /** The same with another analysis. */
    public static List<Cell> cells(
            Kind kind, double[] jitters, int intervalMillis, int seeds, Function<List<Interval>, BurstFit> analysis) {
        List<Cell> cells = new ArrayList<>();
        for (double jitter : jitters) {
            cells.add(cell(kind, jitter, intervalMillis, seeds, analysis));
        }
        return cells;
    }
}
