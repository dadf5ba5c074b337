package org.faasnetlab.bench;

import java.util.List;
import java.util.Map;

/**
 * 1,000 functions that report every 100 ms for a minute, with the live screen in a window of a virtual screen and the store
 * behind it. Linux with Xvfb only; the rates need a quiet computer.
 */
final class LiveAtScale implements Benchmark {
    private static final int FUNCTIONS = 1_000;
    private static final int SECONDS = 60;

    @Override
    public String name() {
        return "live-at-scale";
    }

    @Override
    public String description() {
        return "1,000 stub functions report every 100 ms for 60 s: 600,000 intervals through runner, live model and store,"
                + " with the live screen drawn by software in a window of Xvfb.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        Map<String, Double> measured;
        try (VirtualScreen screen = new VirtualScreen()) {
            measured = screen.measure(LiveScene.class, FUNCTIONS, SECONDS);
        }
        int intervals = FUNCTIONS * SECONDS * 10;
        return List.of(
                BenchmarkFigure.within("intervals kept", measured.get("intervals"), intervals, intervals),
                BenchmarkFigure.atLeast("charts drawn in a second", measured.get("charts"), 9.5),
                BenchmarkFigure.atLeast("frames of the window in a second", measured.get("frames"), 30),
                BenchmarkFigure.atMost("JavaFX thread, % of a processor", measured.get("fx"), 20),
                BenchmarkFigure.forTheRecord("whole process, % of a processor", measured.get("process")),
                BenchmarkFigure.atMost("memory of the process, MiB", measured.get("memory"), 1024));
    }
}
