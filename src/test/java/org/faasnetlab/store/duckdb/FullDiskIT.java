package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests the store on a full disk; requires permission to mount a small file system, for example as root. */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {
    private static final int FUNCTIONS = 1_000;

    @TempDir
    Path directory;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        ExternalTools.require("mount");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", directory.toString());
        if (!mounted) {
            ExternalTools.missing("A small disk cannot be mounted");
        }
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(run("umount", directory.toString())).isTrue();
        }
    }

    @Test
    void aStoreOnAFullDiskContinuesWithoutDataLossWhenSpaceIsAvailable() throws Exception {
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.running("run", FUNCTIONS));
            store.flush();
            Path filler = fillTheDisk();
            int taken = 0;
            Optional<StoreException> refused = Optional.empty();
            while (refused.isEmpty()) {
                try {
                    store.append("run", SampleRuns.step(FUNCTIONS, taken));
                    taken++;
                    store.flush();
                } catch (StoreException full) {
                    refused = Optional.of(full);
                }
            }
            assertThat(refused.get().problem()).isEqualTo(Problem.DISK_FULL);
            Files.delete(filler);
            assertThat(store.intervals("run", 0)).hasSize(taken * FUNCTIONS);
            store.append("run", SampleRuns.step(FUNCTIONS, taken));
            assertThat(store.intervals("run", 0)).hasSize((taken + 1) * FUNCTIONS);
        }
    }

    @Test
    void anImportToAFullDiskImportsNothingAndSucceedsWhenSpaceIsAvailable(@TempDir Path elsewhere) throws Exception {
        RunData run = SampleRuns.manyFunctions();
        Path tables = Files.createDirectory(elsewhere.resolve("tables"));
        try (DuckDbRunStore other = new DuckDbRunStore(elsewhere.resolve("store"))) {
            SampleRuns.save(other, run);
            other.archive().exportRuns(List.of(run.run().id()), tables);
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            Path filler = fillTheDisk();
            assertThatThrownBy(() -> store.archive().importRuns(tables))
                    .isInstanceOfSatisfying(StoreException.class, full -> {
                        assertThat(full.problem()).isEqualTo(Problem.DISK_FULL);
                        assertThat(full).hasMessageContaining("No space left on the disk that contains ");
                        assertThat(full.nextStep()).startsWith("Nothing was imported.");
                    });
            assertThat(store.runs()).isEmpty();
            Files.delete(filler);
            store.archive().importRuns(tables);
            assertThat(store.sums().count(run.run().id(), 0))
                    .isEqualTo(run.intervals().size());
        }
    }

    private Path fillTheDisk() throws IOException {
        Path filler = directory.resolve("filler");
        long space = Files.getFileStore(directory).getUsableSpace();
        return Files.write(filler, new byte[Math.toIntExact(space - 64 * 1024)]);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
