package org.faasnetlab.ui.results;

import java.util.Locale;

/** The kinds of files that a run is exported to. */
public enum ExportKind {
    CSV,
    JSON,
    PNG;

    /** The end of the file's name, without a dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
