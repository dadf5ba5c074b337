package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.List;

/** From the click to the first interval in the window, and from an interval to its pixel. */
final class LiveLatency implements Benchmark {
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "live-latency";
    }

    @Override
    public String description() {
        return "The live screen without a display, drawn by software: from Run to the first drawn interval of one warm"
                + " function (median and worst of 5 runs), and from the end of an interval to the pulse that drew it.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        LiveProbe probe = LiveProbe.open();
        List<Double> first = new ArrayList<>();
        List<Double> toPixel = new ArrayList<>();
        double cold = 0;
        for (int run = 0; run <= RUNS; run++) {
            DrawnRun drawn = probe.watch(
                    bench.lab().runs(),
                    BenchmarkLab.plan("iperf3-single", "seconds=3", "link=625Mbit"),
                    bench.testbed());
            if (run == 0) {
                cold = drawn.firstDrawnMillis();
            } else {
                first.add(drawn.firstDrawnMillis());
                toPixel.addAll(drawn.intervalToPixelMillis());
            }
        }
        probe.close();
        return List.of(
                BenchmarkFigure.forTheRecord("Run to first drawn interval, first run of the program, ms", cold),
                BenchmarkFigure.atMost(
                        "Run to first drawn interval, warm function, median, ms", BenchmarkLab.median(first), 1500),
                BenchmarkFigure.atMost(
                        "Run to first drawn interval, warm function, worst, ms",
                        first.stream().max(Double::compare).orElseThrow(),
                        1500),
                BenchmarkFigure.atMost("interval to pixel, median, ms", BenchmarkLab.median(toPixel), 300),
                BenchmarkFigure.forTheRecord("intervals seen", toPixel.size()));
    }
}
