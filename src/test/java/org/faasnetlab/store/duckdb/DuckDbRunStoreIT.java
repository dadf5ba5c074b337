package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tests the store with several processes, with a killed process, and with the data of 1,000 functions. */
class DuckDbRunStoreIT {
    private static final Logger LOG = LoggerFactory.getLogger(DuckDbRunStoreIT.class);
    private static final Pattern STEP = Pattern.compile("step \\d+ (\\d+)");

    @TempDir
    Path directory;

    private final List<Process> children = new ArrayList<>();

    @AfterEach
    void endChildren() throws InterruptedException {
        for (Process child : children) {
            kill(child);
        }
    }

    @Test
    void anotherProcessIsRejectedUntilTheFirstHasExited() throws Exception {
        Process child = startChild();
        readSteps(child, 1);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new DuckDbRunStore(directory).close())
                .withMessage("The run database is in use by another instance of FaaS Network Lab.")
                .satisfies(locked -> assertThat(locked.problem()).isEqualTo(Problem.LOCKED));
        kill(child);
        new DuckDbRunStore(directory).close();
    }

    @Test
    void aKilledProcessLosesAtMostTheLastSecond() throws Exception {
        Process child = startChild();
        List<Long> steps = readSteps(child, 30);
        kill(child);
        long lastSecond = steps.get(steps.size() - 1) - 1_000;
        long earlier = steps.stream().filter(millis -> millis <= lastSecond).count();
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            List<StoredInterval> kept = store.intervals(StoreChild.RUN, 0);
            int keptSteps = kept.size() / StoreChild.FUNCTIONS;
            LOG.info("{} of at least {} steps of 100 ms were kept", keptSteps, steps.size());
            assertThat(kept).hasSize(keptSteps * StoreChild.FUNCTIONS);
            assertThat((long) keptSteps).isGreaterThanOrEqualTo(earlier);
            RunRow run = store.run(StoreChild.RUN).orElseThrow();
            assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(run.endedAt())
                    .isEqualTo(SampleRuns.STARTED.plusSeconds(2).plusMillis(100L * keptSteps));
        }
    }

    @Test
    void theStoreKeepsUpWithAThousandFunctionsForAMinute() throws Exception {
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.running("big", 1_000));
            long began = System.nanoTime();
            long longest = 0;
            for (int step = 0; step < 600; step++) {
                store.append("big", SampleRuns.step(1_000, step));
                if (step % 10 == 9) {
                    long before = System.nanoTime();
                    store.flush();
                    longest = Math.max(longest, System.nanoTime() - before);
                }
            }
            long all = System.nanoTime() - began;
            LOG.info(
                    "600,000 intervals in {} ms, the slowest second of them on disk in {} ms, file {} kB",
                    TimeUnit.NANOSECONDS.toMillis(all),
                    TimeUnit.NANOSECONDS.toMillis(longest),
                    Files.size(directory.resolve("runs.duckdb")) / 1000);
            // In operation they arrive within a minute.
            assertThat(TimeUnit.NANOSECONDS.toSeconds(all)).isLessThan(60);
            assertThat(store.intervals("big", 0)).hasSize(600_000);
        }
    }

    private Process startChild() throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StoreChild.class.getName(),
                        directory.toString())
                .redirectError(new File(directory.toFile(), "child.log"))
                .start();
        children.add(child);
        return child;
    }

    /** The times in milliseconds at which the child had saved its first steps. */
    private List<Long> readSteps(Process child, int count) throws IOException {
        List<Long> steps = new ArrayList<>();
        BufferedReader lines = child.inputReader();
        while (steps.size() < count) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the child ended: " + Files.readString(directory.resolve("child.log")));
            }
            Matcher step = STEP.matcher(line);
            if (step.matches()) {
                steps.add(Long.parseLong(step.group(1)));
            }
        }
        return steps;
    }

    private static void kill(Process child) throws InterruptedException {
        assertThat(child.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
