package org.faasnetlab.cli.common;

import java.util.Locale;

/** A kind of file that a run can be written to. */
public enum ExportFormat {
    CSV,
    JSON,
    PNG,
    SVG,
    /** One HTML document to read. */
    REPORT;

    /** The option that names the file, for example {@code --csv}. */
    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }
}
