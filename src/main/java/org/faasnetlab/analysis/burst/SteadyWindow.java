package org.faasnetlab.analysis.burst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
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
 * <p>A function without a visible burst is steady from its start on. If its rate changed, its first 2 s are left out:
 * slow start and a burst that is no clear step end within them.
 */
public final class SteadyWindow {
    /** Time that is left out where no single rate describes a function, in microseconds. */
    private static final long UNCLEAR_START_MICROS = Math.round(DistinctLevels.SLOW_START_SECONDS * 1e6);

    private static final long MIN_MICROS = Math.round(BurstFit.SECONDS_AFTER_KNEE * 1e6);

    private SteadyWindow() {}

    /**
     * The window of one trial, or empty if a function's transfer was too short to see the end of its burst, or if less
     * than 2 s are left.
     *
     * @param functions findings of all functions of the trial
     * @param intervals of the trial
     */
    public static Optional<CommonWindow> of(List<FunctionFindings> functions, List<StoredInterval> intervals) {
        List<FunctionRow> rows =
                functions.stream().map(FunctionFindings::function).toList();
        OptionalLong from = lastBurstEnd(functions.stream()
                .filter(findings -> findings.burst() != null)
                .map(findings -> burstEnd(findings.function(), Objects.requireNonNull(findings.burst())))
                .toList());
        return from.isEmpty()
                ? Optional.empty()
                : CommonWindow.of(rows, intervals, from.getAsLong()).filter(SteadyWindow::isLongEnough);
    }

    /** The same window, for a trial that is too large to be read: the intervals of one function are in memory at a time. */
    public static Optional<CommonWindow> read(RunReader store, TrialRow trial, List<FunctionRow> functions)
            throws StoreException {
        Map<Integer, FunctionRow> finished = new HashMap<>();
        functions.stream()
                .filter(FunctionRow::finished)
                .forEach(function -> finished.put(function.functionIndex(), function));
        BurstEnds ends = new BurstEnds(trial, finished);
        store.eachInterval(trial.runId(), trial.index(), ends::add);
        OptionalLong from = lastBurstEnd(ends.all());
        return from.isEmpty()
                ? Optional.empty()
                : CommonWindow.read(store.sums(), trial, functions, from.getAsLong())
                        .filter(SteadyWindow::isLongEnough);
    }

    private static boolean isLongEnough(CommonWindow window) {
        return window.endMicros() - window.startMicros() >= MIN_MICROS;
    }

    /** Empty if one is unknown, or if there are none. */
    private static OptionalLong lastBurstEnd(List<OptionalLong> ends) {
        return ends.stream()
                .max(Comparator.comparing(OptionalLong::isEmpty).thenComparing(end -> end.orElse(0)))
                .orElse(OptionalLong.empty());
    }

    /** Microseconds after T0; empty if unknown. */
    private static OptionalLong burstEnd(FunctionRow function, BurstFit fit) {
        long start = Objects.requireNonNullElse(function.startOffsetMicros(), 0L);
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public OptionalLong on(BurstFit.Fitted fit) {
                return OptionalLong.of(start + fit.timeToBaseline().toNanos() / 1000);
            }

            @Override
            public OptionalLong on(BurstFit.TwoLevels fit) {
                return OptionalLong.of(start + fit.timeToBaseline().toNanos() / 1000);
            }

            @Override
            public OptionalLong on(BurstFit.NoBurst fit) {
                return OptionalLong.of(start);
            }

            @Override
            public OptionalLong on(BurstFit.RateChanged fit) {
                return OptionalLong.of(start + UNCLEAR_START_MICROS);
            }

            @Override
            public OptionalLong on(BurstFit.TooShort fit) {
                return OptionalLong.empty();
            }
        });
    }

    /** Fits one function after the other, from intervals in order of functions. */
    private static final class BurstEnds {
        private final TrialRow trial;
        private final Map<Integer, FunctionRow> finished;
        private final List<OptionalLong> ends = new ArrayList<>();
        private final List<Interval> intervals = new ArrayList<>();
        private int functionIndex;

        BurstEnds(TrialRow trial, Map<Integer, FunctionRow> finished) {
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
                ends.add(burstEnd(
                        function, BurstFit.of(intervals, function.undelivered(trial.directionOf(functionIndex)))));
            }
            intervals.clear();
        }

        /** Functions without intervals cannot be fitted. */
        List<OptionalLong> all() {
            fit();
            finished.values().forEach(function -> ends.add(OptionalLong.empty()));
            finished.clear();
            return ends;
        }
    }
}
