package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DuckDbRunStoreTest {
    @TempDir
    Path directory;

    @Test
    void everyTypeOfRunIsReadAsItWasSaved() throws StoreException {
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            for (RunData run : SampleRuns.all().toList()) {
                SampleRuns.save(store, run);
                assertThat(store.load(run.run().id())).contains(run);
            }
        }
    }

    @Test
    void savedDataIsPresentAfterTheStoreIsReopened() throws StoreException {
        RunData run = SampleRuns.small();
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            assertThat(store.load(run.run().id())).contains(run);
            assertThat(store.trials(run.run().id())).isEqualTo(run.trials());
            assertThat(store.functions(run.run().id())).isEqualTo(run.functions());
            assertThat(store.intervals(run.run().id(), 1))
                    .containsExactly(run.intervals().get(2));
        }
    }

    @Test
    void savingARowAgainReplacesTheEarlierOne() throws StoreException {
        RunData running = SampleRuns.running("20261123-104210-s16", 16);
        RunData done = SampleRuns.sharedHost();
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, running);
            store.flush();
            store.save(done.trials().get(0));
            store.save(done.run());
            assertThat(store.runs()).containsExactly(done.run());
            assertThat(store.trials(done.run().id())).isEqualTo(done.trials());
        }
    }

    @Test
    void theQueueOfAKernelNetworkIsStoredWithTheTrial() throws StoreException {
        RunData run = SampleRuns.sharedHost();
        TrialRow stored = run.trials().get(0);
        Cell cell = stored.cell();
        NetworkSettings network =
                cell.network().withMedium(NetworkSettings.Medium.KERNEL).withQueue(LinkQueue.parse("200ms"));
        TrialRow inKernel = new TrialRow(
                stored.runId(),
                stored.index(),
                stored.repetition(),
                stored.status(),
                new Cell(cell.memoryMb(), cell.functions(), cell.workload(), network),
                stored.t0EpochMicros());
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
            store.save(inKernel);
            assertThat(store.trials(run.run().id())).first().isEqualTo(inKernel);
        }
    }

    @Test
    void aRunIsFoundByAUniquePrefixOnly() throws StoreException {
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.lambdaBurst());
            SampleRuns.save(store, SampleRuns.small());
            assertThat(store.run("20261123-104210-b"))
                    .contains(SampleRuns.lambdaBurst().run());
            assertThat(store.run("20261123-104210")).isEmpty();
            assertThat(store.run("%")).isEmpty();
            assertThat(store.run("2027")).isEmpty();
            assertThat(store.load("20261123-104210-b")).isEmpty();
        }
    }

    @Test
    void aRunIsDeletedWithAllItsDataAndOthersRemain() throws StoreException {
        RunData stays = SampleRuns.small();
        RunData goes = SampleRuns.lambdaBurst();
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, goes);
            SampleRuns.save(store, stays);
            store.delete(goes.run().id());
            store.delete("no such run");
            assertThat(store.runs()).containsExactly(stays.run());
            assertThat(store.intervals(goes.run().id(), 0)).isEmpty();
            assertThat(store.load(stays.run().id())).contains(stays);
            SampleRuns.save(store, goes);
            assertThat(store.load(goes.run().id())).contains(goes);
        }
    }

    @Test
    void aLabelIsStoredWithTheRunAndItsNameReplacesTheTitle() throws StoreException {
        RunData run = SampleRuns.small();
        String id = run.run().id();
        RunLabel label = RunLabel.of("Nach dem Umbau, \"zwei\"", "two\nlines; DROP TABLE runs", List.of("b", "a-1"));
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
            assertThat(store.labels()).isEmpty();
            store.label(id, label);
            store.label("no such run", label);
            assertThat(store.labels()).isEqualTo(Map.of(id, label));
            store.save(run.run());
            assertThat(store.run(id).orElseThrow().title()).isEqualTo(label.name());
            assertThat(store.runs().get(0).title()).isEqualTo(label.name());
            assertThat(store.load(id).orElseThrow().run().title()).isEqualTo(label.name());
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            assertThat(store.labels()).isEqualTo(Map.of(id, label));
            store.label(id, RunLabel.NONE);
            assertThat(store.run(id)).contains(run.run());
            store.label(id, label);
            store.delete(id);
            assertThat(store.labels()).isEmpty();
        }
    }

    @Test
    void intervalsOfAnUnsavedRunAreRejected() throws StoreException {
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            assertThatThrownBy(() -> store.append("unknown", SampleRuns.step(1, 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("unknown");
        }
    }

    @Test
    void severalThreadsSaveAndReadConcurrently() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            CountDownLatch together = new CountDownLatch(4);
            List<Future<Integer>> seen = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String id = "run-" + i;
                seen.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    SampleRuns.save(store, SampleRuns.running(id, 2));
                    for (int step = 0; step < 20; step++) {
                        store.append(id, SampleRuns.step(2, step));
                    }
                    return store.intervals(id, 0).size();
                }));
            }
            for (Future<Integer> future : seen) {
                assertThat(future.get(60, TimeUnit.SECONDS)).isEqualTo(40);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anUnfinishedRunBecomesInterruptedAndEndsWithItsLastInterval() throws StoreException {
        RunData run = SampleRuns.running("cut-off", 2);
        RunData without = SampleRuns.running("cut-off-at-once", 2);
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
            SampleRuns.save(store, without);
            for (int step = 0; step < 10; step++) {
                store.append("cut-off", SampleRuns.step(2, step));
            }
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            RunRow cut = store.run("cut-off").orElseThrow();
            assertThat(cut.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(cut.endedAt()).isEqualTo(SampleRuns.STARTED.plusSeconds(3));
            assertThat(store.trials("cut-off").get(0).status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(store.intervals("cut-off", 0)).hasSize(20);
            assertThat(store.run("cut-off-at-once").orElseThrow().endedAt()).isEqualTo(SampleRuns.STARTED);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRejectedAndNotChanged() throws IOException {
        Path file = Files.writeString(directory.resolve("runs.duckdb"), "my shopping list");
        assertProblem(Problem.CORRUPT)
                .satisfies(refused -> assertThat(refused.nextStep()).startsWith("Move the file"));
        assertThat(file).hasContent("my shopping list");
    }

    @Test
    void anEmptyFileLeftByAFullDiskIsReplaced() throws IOException, StoreException {
        Files.createFile(directory.resolve("runs.duckdb"));
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.running("run", 1));
            assertThat(store.runs()).hasSize(1);
        }
    }

    @Test
    void aDamagedFileIsRejectedAndNotChanged() throws IOException, StoreException {
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.manyFunctions());
        }
        Path file = directory.resolve("runs.duckdb");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
        assertProblem(Problem.CORRUPT);
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aDatabaseOfAnotherProgramIsRejected() throws SQLException {
        execute("CREATE TABLE recipes (name VARCHAR)");
        assertProblem(Problem.CORRUPT);
    }

    @Test
    void aStoreOfANewerVersionIsRejected() throws SQLException, StoreException {
        new DuckDbRunStore(directory).close();
        execute("UPDATE schema_version SET version = 99");
        assertProblem(Problem.NEWER)
                .satisfies(refused -> assertThat(refused).hasMessageContaining("newer version of FaaS Network Lab"));
    }

    @Test
    void aDirectoryThatCannotBeCreatedIsReported() throws IOException {
        directory = Files.writeString(directory.resolve("file"), "in the way").resolve("below");
        assertProblem(Problem.NOT_WRITABLE)
                .satisfies(refused -> assertThat(refused).hasMessageContaining(directory.toString()));
    }

    @Test
    void aFailureToWriteIsReportedToTheListenerAndToEveryLaterCall() throws StoreException, SQLException {
        List<StoreException> heard = new CopyOnWriteArrayList<>();
        DuckDbRunStore store = new DuckDbRunStore(directory);
        store.addFailureListener(heard::add);
        SampleRuns.save(store, SampleRuns.running("run", 1));
        store.flush();
        dropIntervals();
        store.append("run", SampleRuns.step(1, 0));
        assertThatThrownBy(store::flush).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.append("run", SampleRuns.step(1, 1))).isInstanceOf(StoreException.class);
        assertThatThrownBy(store::runs).isInstanceOf(StoreException.class);
        assertThatThrownBy(store::close).isInstanceOf(StoreException.class);
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).problem()).isEqualTo(Problem.FAILED);
    }

    /** A second connection of the same process shares the open database. */
    private void dropIntervals() throws StoreException, SQLException {
        try (RunDatabase same = RunDatabase.open(directory, Workloads.builtIn());
                Statement statement = same.writing().createStatement()) {
            statement.execute("DROP TABLE intervals");
        }
    }

    private ThrowableAssertAlternative<StoreException> assertProblem(Problem problem) {
        return assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new DuckDbRunStore(directory).close())
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("runs.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void damagedLogOfTheLastMomentsIsSetAsideAndNamed() throws Exception {
        Path crashed = Files.createDirectory(directory.resolve("crashed"));
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.small());
        }
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.lambdaBurst());
            store.flush();
            // As a crash leaves them.
            for (String name : List.of("runs.duckdb", "runs.duckdb.wal")) {
                Files.copy(directory.resolve(name), crashed.resolve(name));
            }
        }
        Path log = crashed.resolve("runs.duckdb.wal");
        byte[] bytes = Files.readAllBytes(log);
        for (int i = bytes.length / 4; i < bytes.length / 4 + 200; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(log, bytes);

        try (DuckDbRunStore store = new DuckDbRunStore(crashed)) {
            assertThat(store.runs())
                    .extracting(RunRow::id)
                    .containsExactly(SampleRuns.small().run().id());
            assertThat(store.recovery()).hasValueSatisfying(lost -> {
                assertThat(lost)
                        .hasMessageMatching(
                                "The last changes to the run database were damaged .* between 20.* and 20.*");
                assertThat(lost.nextStep()).contains(crashed.resolve("runs.duckdb.wal.damaged-") + "");
            });
        }
        try (Stream<Path> files = Files.list(crashed)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("runs.duckdb.wal.damaged-")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside).hasBinaryContent(bytes));
        }
        try (DuckDbRunStore store = new DuckDbRunStore(crashed)) {
            assertThat(store.recovery()).isEmpty();
        }
    }

    @Test
    void folderThatIsDeletedWhileTheStoreIsOpenIsReported() throws Exception {
        directory = Files.createDirectory(directory.resolve("deleted"));
        DuckDbRunStore store = new DuckDbRunStore(directory);
        SampleRuns.save(store, SampleRuns.running("run", 1));
        store.flush();
        for (Path file : List.of(directory.resolve("runs.duckdb.wal"), directory.resolve("runs.duckdb"), directory)) {
            Files.deleteIfExists(file);
        }
        store.append("run", SampleRuns.step(1, 0));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(store::flush)
                .withMessage(
                        "The run database %s was deleted, moved or replaced while it was open.",
                        directory.resolve("runs.duckdb"))
                .satisfies(gone -> assertThat(gone.problem()).isEqualTo(Problem.MISSING));
        assertThatThrownBy(() -> store.append("run", SampleRuns.step(1, 1))).isInstanceOf(StoreException.class);
        assertThatThrownBy(store::close).isInstanceOf(StoreException.class);
        assertThat(directory).doesNotExist();
    }

    @Test
    void fileThatIsReplacedWhileTheStoreIsOpenIsNotTouched() throws Exception {
        DuckDbRunStore store = new DuckDbRunStore(directory);
        SampleRuns.save(store, SampleRuns.running("run", 1));
        store.flush();
        Path file = directory.resolve("runs.duckdb");
        Path moved = Files.move(file, directory.resolve("moved"));
        Files.writeString(file, "something else");
        store.append("run", SampleRuns.step(1, 0));
        assertThatThrownBy(store::flush).hasMessageContaining("was deleted, moved or replaced");
        assertThat(file).hasContent("something else");

        Files.move(moved, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(store.intervals("run", 0)).hasSize(1);
        store.close();
    }

    @Test
    void fileOfAnotherDatabaseIsNamedSo() throws IOException {
        byte[] sqlite = Arrays.copyOf("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 8192);
        Path file = Files.write(directory.resolve("runs.duckdb"), sqlite);
        assertProblem(Problem.CORRUPT).withMessage("The run database %s is damaged or is not a run database.", file);
        assertThat(file).hasBinaryContent(sqlite);
    }

    @Test
    void folderMayHaveAnyName() throws StoreException, IOException {
        for (String name :
                List.of("a;b", "a;access_mode=read_only", "it's; 100%", "q&y=%20#", "\u017b\u00f3\u0142w ;")) {
            Path folder = directory.resolve(name);
            RunData run = SampleRuns.small();
            try (DuckDbRunStore store = new DuckDbRunStore(folder)) {
                SampleRuns.save(store, run);
                assertThat(store.load(run.run().id())).contains(run);
            }
            try (DuckDbRunStore store = new DuckDbRunStore(folder)) {
                assertThat(store.load(run.run().id())).contains(run);
                store.delete(run.run().id());
                assertThat(store.runs()).isEmpty();
            }
            assertThat(folder.resolve("runs.duckdb")).isRegularFile();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folderWithQuestionMarkIsRefusedBeforeItIsCreated() {
        directory = directory.resolve("what?");
        assertProblem(Problem.NOT_WRITABLE).withMessageContaining("does not support a question mark");
        assertThat(directory).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesAreReadableOnlyByTheUser() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, SampleRuns.small());
            store.flush();
            for (String name : List.of("runs.duckdb", "runs.duckdb.wal")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void rowsThatNothingCouldHaveMeasuredAreReported() throws Exception {
        RunData run = SampleRuns.small();
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            SampleRuns.save(store, run);
        }
        execute("UPDATE functions SET receiver_bytes = -1");
        execute("UPDATE intervals SET offset_us = 1000000000000000");
        String id = run.run().id();
        try (DuckDbRunStore store = new DuckDbRunStore(directory)) {
            assertThatThrownBy(() -> store.functions(id))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Invalid row of functions: receiver_bytes is outside 0 to 9007199254740992");
            assertThatThrownBy(() -> store.intervals(id, 0))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in 100000 us at 1000000000000000 us");
            assertThat(store.runs()).hasSize(1);
        }
    }
}
