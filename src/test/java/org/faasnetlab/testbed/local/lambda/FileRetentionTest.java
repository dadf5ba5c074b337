package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    private Path logs;

    @Test
    void logsOlderThanTwoWeeksAreDeletedAndNewerOnesRemain() throws IOException {
        Path old = log("2026/11/08/[128]old.log", NOW.minus(FileRetention.KEPT).minusSeconds(1));
        Path kept =
                log("2026/11/10/[128]kept.log", NOW.minus(FileRetention.KEPT).plusSeconds(1));

        new FileRetention(logs, Clock.fixed(NOW, ZoneOffset.UTC)).run();

        assertThat(old).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void directoriesThatWereEmptyForLongAreDeleted() throws IOException {
        Path folder = Files.createDirectories(logs.resolve("2026/10/01"));
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(Duration.ofDays(50))));

        new FileRetention(logs, Clock.fixed(NOW, ZoneOffset.UTC)).run();

        assertThat(folder).doesNotExist();
        assertThat(logs).exists();
    }

    @Test
    void withoutLogsThereIsNothingToDo() {
        Path missing = logs.resolve("missing");

        assertThatCode(() -> new FileRetention(missing, Clock.fixed(NOW, ZoneOffset.UTC)).run())
                .doesNotThrowAnyException();
    }

    private Path log(String name, Instant modified) throws IOException {
        Path file = logs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a line");
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }
}
