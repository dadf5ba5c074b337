package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The messages on Linux are those of DuckDB 2.0.0, each provoked once: a second process, a full tmpfs of 3 MB, a file
 * without permissions, and text, truncated or modified files instead of the database. The Windows messages are those of
 * the system.
 */
class DatabaseErrorTranslatorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LOCKED       | IO Error: Could not set lock on file "/d/runs.duckdb": Conflicting lock is held in /usr/bin/java (PID 23475). See also https://duckdb.org/docs/current/connect/concurrency
        LOCKED       | IO Error: Cannot open file "C:\\d\\runs.duckdb": The process cannot access the file because it is being used by another process.
        DISK_FULL    | Failed to append: Failed to commit: Could not write file "/d/runs.duckdb.wal": No space left on device
        DISK_FULL    | TransactionContext Error: Failed to commit: Could not write file "/d/runs.duckdb.wal": No space left on device
        DISK_FULL    | IO Error: Could not write file "C:\\d\\runs.duckdb": There is not enough space on the disk.
        NOT_WRITABLE | IO Error: Cannot open file "/d/runs.duckdb": Permission denied
        NOT_WRITABLE | IO Error: Cannot open file "/d/runs.duckdb": Read-only file system
        CORRUPT      | IO Error: The file "/d/runs.duckdb" exists, but it is not a valid DuckDB database file!
        CORRUPT      | IO Error: Could not read enough bytes from file "/d/runs.duckdb": attempted to read 262144 bytes from location 274432
        CORRUPT      | Data Corruption Error: Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 4096
        CORRUPT      | IO Error: Could not read from file "/d/runs.duckdb": Is a directory
        NEWER        | Error opening "/d/runs.duckdb": file was written with a storage version greater than the latest version supported by this DuckDB instance. Try opening the file with a newer version of DuckDB.
        FAILED       | Catalog Error: Table with name intervals does not exist!
        """)
    void messagesOfTheDatabaseAreRecognised(Problem problem, String message) {
        assertThat(new DatabaseErrorTranslator(Path.of("/d/runs.duckdb"))
                        .of(new SQLException(message))
                        .problem())
                .isEqualTo(problem);
    }

    @Test
    void anotherInstanceIsReportedWithANextStep() {
        StoreException locked =
                new DatabaseErrorTranslator(Path.of("/d/runs.duckdb")).of(Problem.LOCKED, new SQLException("held"));
        assertThat(locked).hasMessage("The run database is in use by another instance of FaaS Network Lab.");
        assertThat(locked.nextStep()).startsWith("Close the other instance");
    }
}
