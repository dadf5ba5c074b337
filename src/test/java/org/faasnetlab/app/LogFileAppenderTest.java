package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.encoder.EchoEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LogFileAppenderTest {
    private final @Nullable String before = System.getProperty(LogFileAppender.FOLDER);

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(LogFileAppender.FOLDER);
        } else {
            System.setProperty(LogFileAppender.FOLDER, before);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheUserCanReadTheLogWhateverTheFolderIsNamed() throws Exception {
        Path logs = folder.resolve("100%20 (2) ${user.name}");

        log(logs, 1, 10);

        assertThat(Files.readString(logs.resolve("faasnetlab.log"))).startsWith("event 0 ");
        assertThat(permissions(logs)).isEqualTo("rwx------");
        assertThat(permissions(logs.resolve("faasnetlab.log"))).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLogThatOthersCanReadIsRestricted() throws Exception {
        Path log = Files.writeString(folder.resolve("faasnetlab.log"), "earlier\n");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));

        log(folder, 1, 10);

        assertThat(permissions(log)).isEqualTo("rw-------");
        assertThat(log).content().startsWith("earlier\nevent 0 ");
    }

    @Test
    void aLargeLogIsRenamedAndOnlyThreeOlderOnesRemain() throws Exception {
        log(folder, 1000, 100);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "faasnetlab.log", "faasnetlab.1.log", "faasnetlab.2.log", "faasnetlab.3.log");
        }
        assertThat(folder.resolve("faasnetlab.1.log")).content().contains("event 899 ");
        assertThat(folder.resolve("faasnetlab.log")).content().endsWith("x\n").contains("event 999 ");
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void log(Path logs, int events, int length) {
        System.setProperty(LogFileAppender.FOLDER, logs.toString());
        LoggerContext context = new LoggerContext();
        LogFileAppender<Object> appender = new LogFileAppender<>();
        appender.setContext(context);
        appender.setMaxBytes(8_000);
        EchoEncoder<Object> encoder = new EchoEncoder<>();
        encoder.setContext(context);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        IntStream.range(0, events).forEach(i -> appender.doAppend("event " + i + " " + "x".repeat(length)));
        appender.stop();
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() >= ch.qos.logback.core.status.Status.WARN)
                .isEqualTo(List.of());
    }
}
