package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.TrialSummary;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;

/** 16 functions on the link of one simulated host: each its share, and all of the link together. */
final class SharedHost implements Benchmark {
    @Override
    public String name() {
        return "shared-host";
    }

    @Override
    public String description() {
        return "16 functions for 10 s on one simulated host with a link of 1,000 Mbit/s: what each gets, and the total"
                + " over the common window.";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (String direction : List.of("download", "upload")) {
            RunData run = bench.run(Bench.plan(
                    "iperf3-concurrent",
                    "functions=16",
                    "hosts=1",
                    "hostLink=1000Mbit",
                    "link=unlimited",
                    "seconds=10",
                    "direction=" + direction));
            double least = Double.MAX_VALUE;
            double most = 0;
            for (FunctionRow function : run.functions()) {
                double megabits = function.bandwidth().megabitsPerSecond();
                least = Math.min(least, megabits);
                most = Math.max(most, megabits);
            }
            TrialSummary summary = TrialSummary.of(run.trials().get(0), run.functions(), run.intervals());
            figures.add(Figure.within("slowest function, Mbit/s, " + direction, least, 62.5 * 0.95, 62.5 * 1.05));
            figures.add(Figure.within("fastest function, Mbit/s, " + direction, most, 62.5 * 0.95, 62.5 * 1.05));
            figures.add(Figure.within(
                    "total, Mbit/s, " + direction, summary.aggregate().megabitsPerSecond(), 980, 1020));
            figures.add(Figure.atMost(
                    "start spread of 16 functions, ms, " + direction,
                    summary.startSpread().spread().toNanos() / 1e6,
                    50));
        }
        return figures;
    }
}
