package org.faasnetlab.testing.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.TrialRowBuilder;

/** Runs whose trials show bursts of stated sizes. */
public final class BurstRuns {
    private static final double BASELINE = 625e6;
    private static final double BURST_RATE = 5e9;
    private static final int SECONDS = 10;

    private BurstRuns() {}

    /**
     * Downloads of 10 s at 625 Mbit/s after bursts at 5 Gbit/s, without any noise, each in a new sandbox.
     *
     * @param trials for each trial the burst of each function in MB; 0 for none
     */
    public static RunData of(String id, double[]... trials) {
        return of(id, "0", true, trials);
    }

    /** The same with a pause of 10 s between trials whose functions have the same sandboxes. */
    public static RunData withPauses(String id, double[]... trials) {
        return of(id, "10", false, trials);
    }

    private static RunData of(String id, String pause, boolean newSandboxes, double[]... trials) {
        List<TrialRow> rows = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        List<StoredInterval> intervals = new ArrayList<>();
        for (int trial = 0; trial < trials.length; trial++) {
            rows.add(TrialRowBuilder.trial(id)
                    .index(trial)
                    .repetition(trial)
                    .functions(trials[trial].length)
                    .t0(RunRowBuilder.STARTED.toEpochMilli() * 1000 + trial * 20_000_000L)
                    .row());
            for (int function = 0; function < trials[trial].length; function++) {
                List<Interval> own = transfer(trials[trial][function] * 1e6);
                for (Interval interval : own) {
                    intervals.add(new StoredInterval(trial, function, interval));
                }
                functions.add(FunctionRowBuilder.function(function)
                        .trial(trial)
                        .ready(
                                "sandbox-" + function + (newSandboxes ? "-" + trial : ""),
                                newSandboxes || trial == 0,
                                500_000)
                        .started(0L)
                        .delivered(
                                SECONDS * 1_000_000L,
                                own.stream().mapToLong(Interval::bytes).sum())
                        .row());
            }
        }
        return new RunData(
                RunRowBuilder.run(id)
                        .preset("burst-and-baseline")
                        .title("Burst and baseline")
                        .settings(Map.of("pause", pause))
                        .row(),
                rows,
                functions,
                intervals);
    }

    private static List<Interval> transfer(double burst) {
        double knee = burst * 8 / (BURST_RATE - BASELINE);
        List<Interval> intervals = new ArrayList<>();
        long before = 0;
        for (int i = 1; i <= SECONDS * 10; i++) {
            double time = i / 10.0;
            long until = Math.round(Math.min(time, knee) * BURST_RATE / 8 + Math.max(0, time - knee) * BASELINE / 8);
            intervals.add(new Interval((i - 1) * 100_000L, 100_000, until - before, null));
            before = until;
        }
        return intervals;
    }
}
