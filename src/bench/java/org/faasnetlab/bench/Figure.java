package org.faasnetlab.bench;

/**
 * One figure that a benchmark measured.
 *
 * @param name what it is, with its unit
 * @param value the figure
 * @param target the target in words, or "for the record"
 * @param reached whether the target was reached; true for a figure without a target
 */
record Figure(String name, double value, String target, boolean reached) {

    static Figure atMost(String name, double value, double limit) {
        return new Figure(name, value, "at most " + limit, value <= limit);
    }

    static Figure within(String name, double value, double from, double to) {
        return new Figure(name, value, from + " to " + to, value >= from && value <= to);
    }

    static Figure forTheRecord(String name, double value) {
        return new Figure(name, value, "for the record", true);
    }
}
