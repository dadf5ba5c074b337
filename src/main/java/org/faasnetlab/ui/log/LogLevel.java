package org.faasnetlab.ui.log;

/** Log levels, from the least to the most severe. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
