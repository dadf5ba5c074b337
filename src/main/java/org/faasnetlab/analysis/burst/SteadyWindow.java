package org.faasnetlab.analysis.burst;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/**
 * Finds the part of a trial's common window after the last burst of its functions. Its aggregate, the steady aggregate,
 * is what published steady totals are compared with: an aggregate over the whole window contains the bursts and depends
 * on the length of the transfers.
 *
 * <p>A burst ends somewhere inside an interval, whose bytes cannot be divided into those of the burst and those of the
 * baseline. So the window begins at the end of that interval. A function without a visible burst is steady from its
 * start on.
 *
 * <p>There is no steady rate if a function's rate changed in steps or drifted. A rate that varies from second to second
 * may be a share of a steady sum, so its first 2 s are left out (slow start and a burst that is no clear step end within
 * them), and the sum of all functions over the rest must be one rate or unsteady itself.
 */
public final class SteadyWindow {
    /** Time that is left out where the rate is unsteady, in microseconds. */
    private static final long UNCLEAR_START_MICROS = Math.round(DistinctLevels.SLOW_START_SECONDS * 1e6);

    private static final long MIN_MICROS = Math.round(BurstFit.SECONDS_AFTER_KNEE * 1e6);

    private SteadyWindow() {}

    /**
     * The window of one trial, or empty if a function's transfer was too short to see the end of its burst, if the rate
     * changed, or if less than 2 s are left.
     *
     * @param functions findings of all functions of the trial
     * @param intervals of the trial
     */
    public static Optional<CommonWindow> of(List<FunctionFindings> functions, List<StoredInterval> intervals) {
        List<FunctionRow> rows =
                functions.stream().map(FunctionFindings::function).toList();
        Map<Integer, List<Interval>> byFunction = intervals.stream()
                .collect(Collectors.groupingBy(
                        StoredInterval::functionIndex,
                        Collectors.mapping(StoredInterval::interval, Collectors.toList())));
        LastBurst last = new LastBurst();
        for (FunctionFindings findings : functions) {
            if (findings.burst() != null) {
                FunctionRow function = findings.function();
                last.add(function, findings.burst(), byFunction.getOrDefault(function.functionIndex(), List.of()));
            }
        }
        return after(last, new Trial<RuntimeException>() {
            @Override
            public Optional<CommonWindow> windowFrom(long micros) {
                return CommonWindow.of(rows, intervals, micros);
            }

            @Override
            public void addIntervals(SummedIntervals sum) {
                intervals.forEach(sum::add);
            }
        });
    }

    /** The same window, for a trial that is too large to be read: the intervals of one function are in memory at a time. */
    public static Optional<CommonWindow> read(RunReader store, TrialRow trial, List<FunctionRow> functions)
            throws StoreException {
        Map<Integer, FunctionRow> finished = new HashMap<>();
        functions.stream()
                .filter(FunctionRow::finished)
                .forEach(function -> finished.put(function.functionIndex(), function));
        FunctionByFunction reading = new FunctionByFunction(trial, finished);
        store.eachInterval(trial.runId(), trial.index(), reading::add);
        return after(reading.finish(), new Trial<StoreException>() {
            @Override
            public Optional<CommonWindow> windowFrom(long micros) throws StoreException {
                return CommonWindow.read(store.sums(), trial, functions, micros);
            }

            @Override
            public void addIntervals(SummedIntervals sum) throws StoreException {
                store.eachInterval(trial.runId(), trial.index(), sum::add);
            }
        });
    }

    /** The intervals of a trial, in memory or in the store. */
    private interface Trial<E extends Exception> {
        /** The common window of its functions without what is before this time in microseconds after T0. */
        Optional<CommonWindow> windowFrom(long micros) throws E;

        void addIntervals(SummedIntervals sum) throws E;
    }

    private static <E extends Exception> Optional<CommonWindow> after(LastBurst last, Trial<E> trial) throws E {
        OptionalLong from = last.end();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Optional<CommonWindow> window = trial.windowFrom(from.getAsLong()).filter(SteadyWindow::isLongEnough);
        if (window.isEmpty() || !last.unsteady) {
            return window;
        }
        SummedIntervals sum = new SummedIntervals(window.get(), last.meanIntervalMicros());
        trial.addIntervals(sum);
        return window.filter(any -> hasSteadyRate(sum.fit()));
    }

    private static boolean isLongEnough(CommonWindow window) {
        return window.endMicros() - window.startMicros() >= MIN_MICROS;
    }

    private static boolean hasSteadyRate(BurstFit sum) {
        return sum.accept(new BurstFit.Handler<>() {
            @Override
            public Boolean on(BurstFit.Fitted fit) {
                return false;
            }

            @Override
            public Boolean on(BurstFit.TwoLevels fit) {
                return false;
            }

            @Override
            public Boolean on(BurstFit.NoBurst fit) {
                return true;
            }

            @Override
            public Boolean on(BurstFit.RateChanged fit) {
                return fit.change() == BurstFit.Change.UNSTEADY;
            }

            @Override
            public Boolean on(BurstFit.TooShort fit) {
                return false;
            }
        });
    }

    /** Collects when each function was past its burst. */
    private static final class LastBurst {
        private long micros = Long.MIN_VALUE;
        private boolean unknown;
        private boolean unsteady;
        private long intervals;
        private long coveredMicros;

        void add(FunctionRow function, BurstFit fit, List<Interval> own) {
            OptionalLong end = burstEnd(function, fit, own);
            unknown |= end.isEmpty();
            unsteady |= fit instanceof BurstFit.RateChanged;
            micros = Math.max(micros, end.orElse(micros));
            intervals += own.size();
            for (Interval interval : own) {
                coveredMicros += interval.durationMicros();
            }
        }

        void addUnknown() {
            unknown = true;
        }

        /** Microseconds after T0; empty if one is unknown, or if there are none. */
        OptionalLong end() {
            return unknown || micros == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(micros);
        }

        long meanIntervalMicros() {
            return coveredMicros / Math.max(1, intervals);
        }

        private static OptionalLong burstEnd(FunctionRow function, BurstFit fit, List<Interval> own) {
            long start = Objects.requireNonNullElse(function.startOffsetMicros(), 0L);
            return fit.accept(new BurstFit.Handler<>() {
                @Override
                public OptionalLong on(BurstFit.Fitted fit) {
                    return endOfInterval(own, fit.timeToBaseline());
                }

                @Override
                public OptionalLong on(BurstFit.TwoLevels fit) {
                    return endOfInterval(own, fit.timeToBaseline());
                }

                @Override
                public OptionalLong on(BurstFit.NoBurst fit) {
                    return OptionalLong.of(start);
                }

                @Override
                public OptionalLong on(BurstFit.RateChanged fit) {
                    return fit.change() == BurstFit.Change.UNSTEADY
                            ? OptionalLong.of(start + UNCLEAR_START_MICROS)
                            : OptionalLong.empty();
                }

                @Override
                public OptionalLong on(BurstFit.TooShort fit) {
                    return OptionalLong.empty();
                }
            });
        }

        /** @param knee since the start of the first interval */
        private static OptionalLong endOfInterval(List<Interval> own, Duration knee) {
            long at = own.stream().mapToLong(Interval::offsetMicros).min().orElseThrow() + knee.toNanos() / 1000;
            return own.stream()
                    .mapToLong(Interval::endMicros)
                    .filter(end -> end >= at)
                    .min();
        }
    }

    /** Fits one function after the other, from intervals in order of functions. */
    private static final class FunctionByFunction {
        private final TrialRow trial;
        private final Map<Integer, FunctionRow> finished;
        private final LastBurst last = new LastBurst();
        private final List<Interval> intervals = new ArrayList<>();
        private int functionIndex;

        FunctionByFunction(TrialRow trial, Map<Integer, FunctionRow> finished) {
            this.trial = trial;
            this.finished = finished;
        }

        void add(StoredInterval interval) {
            if (interval.functionIndex() != functionIndex) {
                fit();
                functionIndex = interval.functionIndex();
            }
            intervals.add(interval.interval());
        }

        private void fit() {
            FunctionRow function = finished.remove(functionIndex);
            if (function != null) {
                BurstFit fit = BurstFit.of(intervals, function.undelivered(trial.directionOf(functionIndex)));
                last.add(function, fit, intervals);
            }
            intervals.clear();
        }

        /** Functions without intervals cannot be fitted. */
        LastBurst finish() {
            fit();
            finished.values().forEach(function -> last.addUnknown());
            finished.clear();
            return last;
        }
    }

    /** The bytes of all functions of a window, as one transfer. */
    private static final class SummedIntervals {
        /** More than the search for levels distinguishes, see {@link RateBins}. */
        private static final int MAX_BINS = 1_000;

        private static final long MIN_BIN_MICROS = 100_000;

        private final CommonWindow window;
        private final long binMicros;
        private final double[] bytes;

        SummedIntervals(CommonWindow window, long intervalMicros) {
            long length = window.endMicros() - window.startMicros();
            this.window = window;
            this.binMicros = Math.max(MIN_BIN_MICROS, Math.max(intervalMicros, length / MAX_BINS));
            this.bytes = new double[(int) (length / binMicros)];
        }

        /** Intervals of functions that did not finish, and time outside, do not count. */
        void add(StoredInterval stored) {
            if (!window.inside().containsKey(stored.functionIndex())) {
                return;
            }
            Interval interval = stored.interval();
            long from = interval.offsetMicros() - window.startMicros();
            long to = interval.endMicros() - window.startMicros();
            double rate = interval.bytes() / (double) interval.durationMicros();
            for (int bin = (int) (Math.max(0, from) / binMicros); bin < bytes.length && bin * binMicros < to; bin++) {
                bytes[bin] += rate * (Math.min(to, (bin + 1) * binMicros) - Math.max(from, bin * binMicros));
            }
        }

        BurstFit fit() {
            return BurstFit.of(IntStream.range(0, bytes.length)
                    .mapToObj(bin -> new Interval(bin * binMicros, binMicros, Math.round(bytes[bin]), null))
                    .toList());
        }
    }
}
