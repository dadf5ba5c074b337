package org.faasnetlab.ui.log;

import java.time.Instant;

/**
 * One event of the log.
 *
 * @param source simple name of the class that logged it
 * @param details stack trace of the exception, or empty
 */
public record LogEntry(Instant at, LogLevel level, String source, String message, String details) {}
