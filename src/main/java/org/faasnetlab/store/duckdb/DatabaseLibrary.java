package org.faasnetlab.store.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DuckDB's native library of a distribution. It is unpacked once into a directory on Java's library path, from which all
 * instances of the program load it. Without this, DuckDB unpacks 72 MB into the temporary directory at every start, and a
 * program that is killed leaves them there.
 */
public final class DatabaseLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLibrary.class);
    private static final String NAME = System.mapLibraryName("duckdb_java");
    /** The library of another version of DuckDB is deleted if no instance has used it for this long. */
    private static final Duration UNUSED = Duration.ofDays(30);
    /** DuckDB needs less than this to load a library that it has unpacked into the temporary directory. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final String UNFINISHED = "unpacking-";
    private static final Pattern UNFINISHED_NAME = Pattern.compile(UNFINISHED + "(\\d{1,18})-.*");

    private final Path packed;
    private final Path directory;
    private final Path temporary;
    private final Clock clock;

    /**
     * @param packed the library, compressed by gzip
     * @param directory the directory for this version of the library; its parent holds those of other versions
     * @param temporary where earlier versions of this program have left libraries
     */
    public DatabaseLibrary(Path packed, Path directory, Path temporary, Clock clock) {
        this.packed = packed;
        this.directory = directory;
        this.temporary = temporary;
        this.clock = clock;
    }

    /**
     * Unpacks the library if it is missing, incomplete or changed, and deletes libraries that nobody uses.
     *
     * @throws StoreException if it cannot be unpacked, or somebody else could replace it
     */
    public void provide() throws StoreException {
        Path library = directory.resolve(NAME);
        try {
            createPrivateDirectory();
            deleteUnfinished(directory);
            if (!isIntact(library)) {
                unpack(library);
            }
            Files.setLastModifiedTime(directory, FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new StoreException(
                    Problem.FAILED,
                    Phrase.of("Cannot unpack the database library to {0}: {1}.", directory, reason(e)),
                    Phrase.of(
                            "Free 100 MB there, or specify another folder for cached files in the environment variable"
                                    + " XDG_CACHE_HOME or FAASNETLAB_DATA."),
                    e);
        }
        deleteUnused();
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Code is loaded from this directory, so no other user may write to it. */
    private void createPrivateDirectory() throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(directory);
            return;
        }
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory, ownerOnly);
        Path probe = Files.createTempFile(directory, "probe", null);
        try {
            if (!Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))) {
                throw new IOException("it belongs to another user");
            }
        } finally {
            Files.delete(probe);
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** The size of the library modulo 2^32, in the last four bytes of a gzip file (RFC 1952, section 2.3.1). */
    private long unpackedSize() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(packed.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 4));
            return Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
        }
    }

    /**
     * Whether the library is the one that was unpacked. Its content is compared if size or time differ from those after
     * unpacking; comparing it at every start would take 0.3 s.
     */
    private boolean isIntact(Path library) throws IOException {
        Path record = record(library);
        if (!Files.isRegularFile(library, LinkOption.NOFOLLOW_LINKS)
                || Files.size(library) != unpackedSize()
                || !Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String recorded = new String(Files.readAllBytes(record), StandardCharsets.ISO_8859_1);
        if (recorded.equals(
                Unpacked.of(library, recorded.lines().findFirst().orElse("")).text())) {
            return true;
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(library), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        Unpacked found = Unpacked.of(library, HexFormat.of().formatHex(digest.digest()));
        if (!recorded.startsWith(found.sha256() + "\n")) {
            LOG.warn("Unpacking {} again, because it was changed", library);
            return false;
        }
        write(record, found);
        return true;
    }

    private static Path record(Path library) {
        return library.resolveSibling(library.getFileName() + ".sha256");
    }

    private static void write(Path record, Unpacked unpacked) throws IOException {
        Files.writeString(record, unpacked.text());
        PrivateFiles.restrict(record);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A library after unpacking: checksum in hexadecimal digits, size in bytes, time of its last change. */
    private record Unpacked(String sha256, long size, FileTime changed) {
        static Unpacked of(Path library, String sha256) throws IOException {
            return new Unpacked(sha256, Files.size(library), Files.getLastModifiedTime(library));
        }

        String text() {
            return sha256 + "\n" + size + "\n" + changed + "\n";
        }
    }

    /** The file gets its name only when it is complete and its checksum is right, which {@link GZIPInputStream} verifies. */
    private void unpack(Path library) throws IOException {
        Path unfinished = Files.createTempFile(
                directory, UNFINISHED + ProcessHandle.current().pid() + "-", null);
        MessageDigest digest = sha256();
        try {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), 1 << 16);
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(unfinished), digest)) {
                in.transferTo(out);
            }
            if (!unfinished.toFile().setExecutable(true)) {
                LOG.debug("{} does not become executable", unfinished);
            }
            Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
            write(record(library), Unpacked.of(library, HexFormat.of().formatHex(digest.digest())));
        } finally {
            Files.deleteIfExists(unfinished);
        }
        LOG.info("Unpacked {}", library);
    }

    /** Deletes what programs left that were killed while they unpacked. The names contain their process IDs. */
    private void deleteUnfinished(Path version) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(version, "*.tmp")) {
            for (Path file : files) {
                Matcher name = UNFINISHED_NAME.matcher(file.getFileName().toString());
                boolean abandoned = name.matches()
                        ? ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        : isOlderThan(file, ABANDONED);
                if (abandoned) {
                    Files.deleteIfExists(file);
                    LOG.info("Deleted {}, left over from a killed program", file);
                }
            }
        }
    }

    private void deleteUnused() {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(directory.resolveSibling(""))) {
            for (Path version : versions) {
                if (version.equals(directory) || !Files.isDirectory(version, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (isOlderThan(version, UNUSED)) {
                    deleteVersion(version);
                } else {
                    deleteUnfinished(version);
                }
            }
        } catch (IOException e) {
            LOG.info("Cannot delete the database library of another version", e);
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(temporary, "libduckdb_java*.so")) {
            for (Path leftover : leftovers) {
                // A library that is in use stays usable on POSIX systems, and cannot be deleted on Windows.
                if (isOwn(leftover) && isOlderThan(leftover, ABANDONED)) {
                    Files.deleteIfExists(leftover);
                    LOG.info("Deleted {}, left over from a killed program", leftover);
                }
            }
        } catch (IOException e) {
            LOG.info("Cannot delete leftover database libraries in {}", temporary, e);
        }
    }

    private static void deleteVersion(Path version) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(version)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(version);
    }

    private boolean isOwn(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(directory));
    }

    private boolean isOlderThan(Path file, Duration age) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .isBefore(clock.instant().minus(age));
    }
}
