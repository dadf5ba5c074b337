package org.faasnetlab.bench;

import java.util.List;

/** What a move of the pointer over each kind of chart costs. Linux with Xvfb only. */
final class PointerMoves implements Benchmark {
    private static final double MAX_MILLIS = 2;

    @Override
    public String name() {
        return "pointer-moves";
    }

    @Override
    public String description() {
        return "A move of the pointer in each of 300 frames over each kind of chart, in a window of Xvfb drawn by software:"
                + " processor time of a move in milliseconds, beyond a frame without one.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        try (VirtualScreen screen = new VirtualScreen()) {
            return screen.measure(PointerScene.class).entrySet().stream()
                    .map(figure -> figure.getKey().endsWith("rendering")
                            ? BenchmarkFigure.forTheRecord(figure.getKey(), figure.getValue())
                            : BenchmarkFigure.atMost(figure.getKey(), figure.getValue(), MAX_MILLIS))
                    .toList();
        }
    }
}
