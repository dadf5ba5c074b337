package org.faasnetlab.ui.common;

/** The main screens, in the order in which the navigation bar shows them. */
public enum ScreenId {
    TESTBEDS,
    EXPERIMENT,
    LIVE,
    RESULTS,
    LOG
}
