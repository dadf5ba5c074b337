package org.faasnetlab.ui.log;

import java.time.Instant;

/**
 * One event of the log.
 *
 * @param source the class that wrote it, without its package
 * @param details the stack trace of what was thrown, or empty
 */
public record LogEntry(Instant at, LogLevel level, String source, String message, String details) {}
