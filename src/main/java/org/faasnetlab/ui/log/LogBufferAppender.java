package org.faasnetlab.ui.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Instant;

/** Writes log events of this program, not of its libraries, to the buffer that the log screen shows. */
public final class LogBufferAppender extends AppenderBase<ILoggingEvent> {
    private static final String PROGRAM = "org.faasnetlab.";

    private final LogBuffer buffer;

    public LogBufferAppender(LogBuffer buffer) {
        this.buffer = buffer;
        setName("log-screen");
    }

    @Override
    protected void append(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String logger = event.getLoggerName();
        if (!logger.startsWith(PROGRAM)) {
            return; // What libraries log is in the file; it means nothing to users.
        }
        buffer.add(new LogEntry(
                Instant.ofEpochMilli(event.getTimeStamp()),
                level(event.getLevel()),
                logger.substring(logger.lastIndexOf('.') + 1),
                event.getFormattedMessage(),
                thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
    }

    private static LogLevel level(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return LogLevel.ERROR;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return LogLevel.WARNING;
        }
        return level.isGreaterOrEqual(Level.INFO) ? LogLevel.INFO : LogLevel.DEBUG;
    }
}
