package org.faasnetlab.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;

class LogBufferAppenderTest {

    @Test
    void loggedEventHasLevelSourceAndStackTrace() {
        LoggerContext context = new LoggerContext();
        LogBuffer buffer = new LogBuffer(10);
        LogBufferAppender appender = new LogBufferAppender(buffer);
        appender.setContext(context);
        appender.start();
        Logger logger = context.getLogger("org.faasnetlab.store.DuckDbStore");
        logger.setLevel(Level.ALL);
        logger.addAppender(appender);

        logger.trace("fine");
        Logger toolkit = context.getLogger("javafx");
        toolkit.addAppender(appender);
        toolkit.warn("Unsupported JavaFX configuration");
        logger.warn("{} left", 2, new IllegalStateException("why"));

        assertThat(buffer.entries()).hasSize(2);
        assertThat(buffer.entries().get(0).level()).isEqualTo(LogLevel.DEBUG);
        LogEntry warning = buffer.entries().get(1);
        assertThat(warning.level()).isEqualTo(LogLevel.WARNING);
        assertThat(warning.source()).isEqualTo("DuckDbStore");
        assertThat(warning.message()).isEqualTo("2 left");
        assertThat(warning.details()).contains("IllegalStateException: why");
    }
}
