package org.faasnetlab.ui.log;

/** How grave an event is, from the least grave. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
