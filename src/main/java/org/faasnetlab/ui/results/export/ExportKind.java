package org.faasnetlab.ui.results.export;

/** The kinds of files that a run is exported to. */
public enum ExportKind {
    /** Functions and intervals. */
    CSV("csv"),
    /** All that is kept of the run. */
    JSON("json"),
    /** One document to read. */
    REPORT("html"),
    /** The chart in view as a picture. */
    PNG("png"),
    /** The chart in view for papers. */
    SVG("svg"),
    /** The data that the chart in view draws. */
    CHART_CSV("csv");

    private final String ending;

    ExportKind(String ending) {
        this.ending = ending;
    }

    /** The end of the file's name, without a dot. */
    public String ending() {
        return ending;
    }

    /** @param run words that stand for the run */
    public String fileName(String run) {
        return run + (this == CHART_CSV ? "-chart." : ".") + ending;
    }

    /** Whether it shows the chart in view, and not the whole run. */
    public boolean ofChart() {
        return this == PNG || this == SVG || this == CHART_CSV;
    }
}
