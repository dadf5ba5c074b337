package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;

/** 16 functions on the link of one simulated host: the share of each, and the total of the link. */
final class SharedHost implements Benchmark {
    @Override
    public String name() {
        return "shared-host";
    }

    @Override
    public String description() {
        return "16 functions for 5 s on one simulated host with a link of 1,000 Mbit/s, 3 times: what each gets, and the"
                + " total over the common window. Medians of the three.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        List<BenchmarkFigure> figures = new ArrayList<>();
        for (String direction : List.of("download", "upload")) {
            RunData run = bench.run(BenchmarkLab.plan(
                    "iperf3-concurrent",
                    "functions=16",
                    "hosts=1",
                    "hostLink=1000Mbit",
                    "link=unlimited",
                    "seconds=5",
                    "repeats=3",
                    "direction=" + direction));
            List<Double> slowest = new ArrayList<>();
            List<Double> fastest = new ArrayList<>();
            List<Double> totals = new ArrayList<>();
            List<Double> spreads = new ArrayList<>();
            for (TrialRow trial : run.trials()) {
                TrialSummary summary = TrialSummary.of(trial, run.functions(), run.intervals());
                DoubleSummaryStatistics each = run.functions().stream()
                        .filter(function -> function.trial() == trial.index())
                        .mapToDouble(function -> function.bandwidth().megabitsPerSecond())
                        .summaryStatistics();
                slowest.add(each.getMin());
                fastest.add(each.getMax());
                totals.add(summary.aggregate().megabitsPerSecond());
                spreads.add(summary.startSpread().spread().toNanos() / 1e6);
            }
            figures.add(BenchmarkFigure.within(
                    "slowest function, Mbit/s, " + direction, BenchmarkLab.median(slowest), 62.5 * 0.95, 62.5 * 1.05));
            figures.add(BenchmarkFigure.within(
                    "fastest function, Mbit/s, " + direction, BenchmarkLab.median(fastest), 62.5 * 0.95, 62.5 * 1.05));
            figures.add(BenchmarkFigure.within("total, Mbit/s, " + direction, BenchmarkLab.median(totals), 980, 1020));
            figures.add(BenchmarkFigure.atMost(
                    "start spread of 16 functions, ms, " + direction, BenchmarkLab.median(spreads), 50));
            figures.add(BenchmarkFigure.forTheRecord(
                    "widest start spread of the three, ms, " + direction, Collections.max(spreads)));
        }
        return figures;
    }
}
