package org.faasnetlab.export;

/** The formats that a run, or a chart of it, is exported in. */
public enum ExportFormat {
    /** Intervals, functions and trials, each as a table. */
    CSV("csv"),
    /** The complete run. */
    JSON("json"),
    /** One HTML document to read and print. */
    REPORT("html"),
    /** A chart as a bitmap. */
    PNG("png"),
    /** A chart as vector graphics, for publications. */
    SVG("svg"),
    /** The data of a chart. */
    CHART_CSV("csv");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** The end of the file's name, without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * The name of a file with a run, with its ending.
     *
     * @param run text that identifies the run
     */
    public String fileName(String run) {
        return run + (this == CHART_CSV ? "-chart." : ".") + extension;
    }

    /** Whether it holds one chart, and not the whole run. */
    public boolean ofChart() {
        return switch (this) {
            case PNG, SVG, CHART_CSV -> true;
            case CSV, JSON, REPORT -> false;
        };
    }
}
