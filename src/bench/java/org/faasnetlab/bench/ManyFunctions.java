package org.faasnetlab.bench;

import java.util.List;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.RunData;

/** 100 concurrent functions on this computer. */
final class ManyFunctions implements Benchmark {
    @Override
    public String name() {
        return "many-functions";
    }

    @Override
    public String description() {
        return "100 concurrent functions for 5 s on 10 simulated hosts of 200 Mbit/s each: all deliver, and share them.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        long before = System.nanoTime();
        RunData run = bench.run(BenchmarkLab.plan(
                "iperf3-concurrent", "functions=100", "hosts=10", "hostLink=200Mbit", "link=unlimited", "seconds=5"));
        double seconds = (System.nanoTime() - before) / 1e9;
        TrialSummary summary = TrialSummary.of(run.trials().get(0), run.functions(), run.intervals());
        if (summary.aggregate() == null) {
            throw new IllegalStateException("The functions never all sent concurrently: " + summary.startSpread());
        }
        return List.of(
                BenchmarkFigure.within("functions that delivered", summary.finished(), 100, 100),
                BenchmarkFigure.within(
                        "total, Mbit/s", summary.aggregate().megabitsPerSecond(), 2000 * 0.95, 2000 * 1.05),
                BenchmarkFigure.forTheRecord(
                        "start spread, ms", summary.startSpread().spread().toNanos() / 1e6),
                BenchmarkFigure.forTheRecord("whole run, s", seconds));
    }
}
