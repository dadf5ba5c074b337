package org.faasnetlab.store;

import java.util.Locale;

/** Whether the network of a run was a real one; every chart and export states it. */
public enum NetworkKind {
    REAL,
    /** This program made the network. */
    SIMULATED,
    /** An imported file does not state it. */
    UNKNOWN;

    /** The name in commands, charts and exports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
