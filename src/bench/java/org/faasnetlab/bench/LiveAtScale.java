package org.faasnetlab.bench;

import java.util.List;
import org.faasnetlab.store.RunRow;

/** 1,000 functions that report every 100 ms for a minute, with the live model and the store behind them. */
final class LiveAtScale implements Benchmark {
    private static final int FUNCTIONS = 1_000;
    private static final int SECONDS = 60;

    @Override
    public String name() {
        return "live-at-scale";
    }

    @Override
    public String description() {
        return "1,000 stub functions report every 100 ms for 60 s: 600,000 intervals through runner, live model and store.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        try (StubbedRun stubbed = new StubbedRun()) {
            RunRow ended = stubbed.run(
                    BenchmarkLab.plan("iperf3-concurrent", "functions=" + FUNCTIONS, "seconds=" + SECONDS),
                    new StreamingStubs(SECONDS));
            return List.of(
                    BenchmarkFigure.within(
                            "intervals kept",
                            stubbed.store().sums().count(ended.id(), 0),
                            FUNCTIONS * SECONDS * 10,
                            FUNCTIONS * SECONDS * 10),
                    BenchmarkFigure.atMost("memory of the process, MiB", stubbed.mostMebibytes(), 1024));
        }
    }
}
