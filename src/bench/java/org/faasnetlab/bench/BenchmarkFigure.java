package org.faasnetlab.bench;

/**
 * A result of a benchmark.
 *
 * @param name what it is, with its unit
 * @param value the value
 * @param target the target as text, or "for the record"
 * @param reached whether the target was reached; true without a target
 */
record BenchmarkFigure(String name, double value, String target, boolean reached) {

    static BenchmarkFigure atMost(String name, double value, double limit) {
        return new BenchmarkFigure(name, value, "at most " + limit, value <= limit);
    }

    static BenchmarkFigure atLeast(String name, double value, double limit) {
        return new BenchmarkFigure(name, value, "at least " + limit, value >= limit);
    }

    static BenchmarkFigure within(String name, double value, double from, double to) {
        return new BenchmarkFigure(name, value, from + " to " + to, value >= from && value <= to);
    }

    static BenchmarkFigure forTheRecord(String name, double value) {
        return new BenchmarkFigure(name, value, "for the record", true);
    }
}
