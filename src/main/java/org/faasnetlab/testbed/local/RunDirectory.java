package org.faasnetlab.testbed.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.FreeSpace;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of a testbed below the work directory, deleted with its contents when the testbed closes. It is locked
 * while the testbed is open; an unlocked directory is left over from a killed program and is deleted.
 */
public final class RunDirectory implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunDirectory.class);
    private static final String PREFIX = "testbed-";
    private static final String LOCK = "lock";

    /**
     * The directories that are open in this process. Their locks are not probed: on POSIX systems, closing any channel of
     * a file releases all locks that the process has on it (fcntl(2)).
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lockFile;

    private RunDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Creates the work directory if it is missing, and a new directory in it that only the user can read. */
    public static RunDirectory create(Path workDirectory) throws LabException {
        try {
            Path work = PrivateFiles.createDirectories(workDirectory).toAbsolutePath();
            removeLeftovers(work);
            Path path = Files.createTempDirectory(work, PREFIX);
            OPEN.add(path);
            FileChannel lockFile =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (lockFile.tryLock() == null) {
                throw new IOException("another program locked a new file");
            }
            return new RunDirectory(path, lockFile);
        } catch (IOException e) {
            throw notWritable(workDirectory, e);
        }
    }

    private static void removeLeftovers(Path work) throws IOException {
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(work, PREFIX + "*")) {
            for (Path candidate : candidates) {
                if (!OPEN.contains(candidate) && isLeftover(candidate)) {
                    log.info("Deleting {}, left over from an earlier run", candidate);
                    delete(candidate);
                }
            }
        }
    }

    private static boolean isLeftover(Path candidate) throws IOException {
        try (FileChannel file = FileChannel.open(candidate.resolve(LOCK), StandardOpenOption.WRITE);
                @Nullable FileLock lock = file.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path() {
        return path;
    }

    /**
     * Checks that there is enough space for what servers and functions write in addition to objects. Without space, the
     * output of a server is lost and the server appears not to respond.
     */
    void requireSpace(DataSize needed) throws LabException {
        DataSize free = FreeSpace.at(path);
        if (free.bytes() < needed.bytes()) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of(
                            "Not enough space on the disk that contains {0}: a run requires {1}, {2} free.",
                            path, needed, free),
                    Phrase.of("Free some space, or choose a data folder on another disk in the testbed settings."));
        }
    }

    /** Returns a subdirectory and creates it if necessary. */
    Path folder(String name) throws LabException {
        try {
            return PrivateFiles.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
            OPEN.remove(path);
            delete(path);
        } catch (IOException e) {
            // Ignore: the next testbed tries again.
            log.warn("Cannot delete {}", path, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> innermostFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : innermostFirst) {
            Files.deleteIfExists(entry);
        }
    }

    private static LabException notWritable(Path directory, IOException cause) {
        return new LabException(
                LabException.Kind.FAILED,
                Phrase.of("Cannot write to work directory {0}: {1}.", directory, why(cause)),
                Phrase.of("Choose another data folder in the testbed settings, or change the permissions of this one."),
                cause);
    }

    private static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        return String.valueOf(cause.getMessage());
    }
}
