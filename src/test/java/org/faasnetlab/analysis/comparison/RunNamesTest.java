package org.faasnetlab.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;

class RunNamesTest {
    private static final RunRow MORNING = run("a", "S3 download", "2026-11-23T09:05:10Z");

    @Test
    void aTitleThatNoOtherRunHasIsEnough() {
        assertThat(name(MORNING, run("b", "S3 upload", "2026-11-23T09:05:10Z"))).isEqualTo("S3 download");
    }

    @Test
    void runsOfTheSameTitleAreToldApartByTheirStart() {
        assertThat(name(MORNING, run("b", "S3 download", "2026-11-23T14:00:00Z")))
                .isEqualTo("S3 download, 23 Nov 09:05");
        assertThat(name(MORNING, run("b", "S3 download", "2026-11-23T09:05:40Z")))
                .isEqualTo("S3 download, 23 Nov 09:05:10");
        assertThat(name(MORNING, run("b", "S3 download", "2025-11-23T09:05:10Z")))
                .isEqualTo("S3 download, 23 Nov 2026 09:05:10");
    }

    @Test
    void runsThatStartedInTheSameSecondHaveTheirIds() {
        assertThat(name(MORNING, run("b", "S3 download", "2026-11-23T09:05:10Z")))
                .isEqualTo("S3 download (a)");
    }

    private static String name(RunRow run, RunRow other) {
        return new RunNames(List.of(run, other), ZoneOffset.UTC).of(run);
    }

    private static RunRow run(String id, String title, String startedAt) {
        return RunRowBuilder.like(SampleRuns.lambdaBurst().run())
                .id(id)
                .title(title)
                .from(Instant.parse(startedAt), Duration.ofSeconds(30))
                .row();
    }
}
