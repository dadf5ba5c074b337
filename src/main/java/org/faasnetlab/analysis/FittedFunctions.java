package org.faasnetlab.analysis;

import java.util.Locale;

/** The functions of a trial that are analyzed for bursts. */
public enum FittedFunctions {
    EVERY_FUNCTION,
    /** The function with the median bandwidth of each direction: all others together take longer than users wait. */
    TYPICAL_FUNCTIONS;

    /** The name in exports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
