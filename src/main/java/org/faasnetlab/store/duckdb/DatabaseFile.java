package org.faasnetlab.store.duckdb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the run database and its write-ahead log: connects to them, watches them, and keeps them private. */
final class DatabaseFile {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

    /** Bytes 8 to 11 of every DuckDB file. */
    private static final byte[] MAGIC = "DUCK".getBytes(StandardCharsets.US_ASCII);

    private static final int MAGIC_OFFSET = 8;

    /** The name of the attached database, where the path cannot be part of a JDBC URL. */
    private static final String ATTACHED = "runs_file";

    private final Path path;
    private final DatabaseErrorTranslator errors;

    /** Identifies the file on its file system; null before it was opened, and on systems without such a key. */
    private @Nullable Object key;

    DatabaseFile(Path path, DatabaseErrorTranslator errors) {
        this.path = path;
        this.errors = errors;
    }

    Path path() {
        return path;
    }

    /** The write-ahead log, which holds what was written since the last checkpoint. */
    Path log() {
        return path.resolveSibling(path.getFileName() + ".wal");
    }

    /** Opens the file, and creates it if it does not exist. */
    DuckDBConnection connect() throws StoreException {
        requireOwnFormat();
        Properties settings = new Properties();
        // Measurements need little memory, and no extensions from the network.
        settings.setProperty("memory_limit", "512MB");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("preserve_insertion_order", "false");
        try {
            loadLibrary();
            DuckDBConnection connection = isAttached() ? attach(settings) : open(path.toString(), settings);
            key = key();
            restrict();
            return connection;
        } catch (SQLException e) {
            StoreException problem = errors.of(e);
            throw problem.problem() == Problem.LOCKED && !locksWork() ? errors.of(Problem.NO_LOCKS, e) : problem;
        } catch (IOException e) {
            throw errors.of(Problem.NOT_WRITABLE, e);
        } catch (LinkageError e) {
            throw new StoreException(
                    Problem.FAILED,
                    Phrase.of("Cannot load the database library on this computer."),
                    Phrase.of(
                            "Its folder needs 100 MB of free space and must not be mounted noexec; XDG_CACHE_HOME sets"
                                    + " another one. If memory is limited (ulimit -v), raise the limit. See the log for the"
                                    + " cause."),
                    e);
        }
    }

    /**
     * Loads the library of a distribution. DuckDB would do the same, but prints a stack trace to the standard error if it
     * cannot be loaded.
     */
    private static void loadLibrary() {
        String name = System.mapLibraryName("duckdb_java");
        for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator, -1)) {
            File library = new File(folder, name);
            if (!folder.isEmpty() && library.isFile()) {
                System.load(library.getAbsolutePath());
                return;
            }
        }
    }

    /** A further connection to the open file. */
    DuckDBConnection duplicate(DuckDBConnection connection) throws SQLException {
        DuckDBConnection own = connection.duplicate().unwrap(DuckDBConnection.class);
        if (isAttached()) {
            use(own);
        }
        return own;
    }

    /** Whether the path holds a semicolon, after which a JDBC URL of DuckDB has options. */
    private boolean isAttached() {
        return path.toString().contains(";");
    }

    private static DuckDBConnection open(String name, Properties settings) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + name, settings).unwrap(DuckDBConnection.class);
    }

    private DuckDBConnection attach(Properties settings) throws SQLException {
        DuckDBConnection connection = open("", settings);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ATTACH '" + path.toString().replace("'", "''") + "' AS " + ATTACHED);
            }
            use(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void use(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + ATTACHED);
        }
    }

    /** Otherwise DuckDB looks for an extension that reads the file, for example that of SQLite. */
    private void requireOwnFormat() throws StoreException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(MAGIC_OFFSET + MAGIC.length);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            // The database reports why it cannot be read.
            LOG.debug("Cannot read {}", path, e);
            return;
        }
        if (!Arrays.equals(Arrays.copyOfRange(start, Math.min(MAGIC_OFFSET, start.length), start.length), MAGIC)) {
            throw errors.of(Problem.CORRUPT, new IOException("no header of a DuckDB file in " + path));
        }
    }

    /** Whether the file system has locks, which some network file systems do not. */
    private boolean locksWork() {
        Path probe = path.resolveSibling(".lock-" + ProcessHandle.current().pid());
        try (FileChannel channel = FileChannel.open(
                        probe,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException e) {
            LOG.info("Cannot lock {}", probe, e);
            return false;
        }
    }

    /**
     * Checks after a commit that the file is still the one that was opened: a file that was deleted can be written until
     * it is closed, and everything is lost then. Also restricts a log that the commit has created.
     *
     * @throws StoreException if the file was deleted, moved or replaced
     */
    void checkCommitted() throws StoreException {
        requireInPlace();
        try {
            restrict();
        } catch (IOException e) {
            throw errors.of(e);
        }
    }

    /** @throws StoreException if the file was deleted, moved or replaced since it was opened */
    void requireInPlace() throws StoreException {
        try {
            if (!Objects.equals(key, key())) {
                throw errors.of(Problem.MISSING, new IOException(path + " is another file"));
            }
        } catch (NoSuchFileException e) {
            throw errors.of(Problem.MISSING, e);
        } catch (IOException e) {
            throw errors.of(e);
        }
    }

    private @Nullable Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /** DuckDB creates its files with the permissions of the umask. */
    private void restrict() throws IOException {
        if (!PrivateFiles.restrictIfOwn(path) || !PrivateFiles.restrictIfOwn(log())) {
            LOG.debug("{} belongs to another user", path);
        }
    }
}
