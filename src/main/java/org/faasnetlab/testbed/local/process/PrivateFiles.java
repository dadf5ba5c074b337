package org.faasnetlab.testbed.local.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Creates files and directories that only the user can access, whatever the umask is. Without POSIX permissions
 * (Windows), files in the user's directories are accessible only to the user by default. Uses the JDK only.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private PrivateFiles() {}

    /** Creates a directory and its missing parents; existing ones are not changed. */
    public static Path createDirectories(Path directory) throws IOException {
        return Files.createDirectories(directory, permissions(directory, "rwx------"));
    }

    /** Creates a file. */
    public static Path createFile(Path file) throws IOException {
        return Files.createFile(file, permissions(file, "rw-------"));
    }

    /** Creates a file that is then written. */
    public static OutputStream newOutputStream(Path file) throws IOException {
        return Files.newOutputStream(createFile(file), StandardOpenOption.WRITE);
    }

    /** Removes the access of other users from a file that another program has created. */
    public static void restrict(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /**
     * Removes the access of other users from a file that another program has created, if it is there.
     *
     * @return false if the file belongs to another user, and keeps its permissions
     */
    public static boolean restrictIfOwn(Path file) throws IOException {
        if (!isPosix(file)) {
            return true;
        }
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                restrict(file);
            }
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }

    /** Whether every user of the computer could replace what is in a directory. */
    public static boolean isWritableByAll(Path directory) throws IOException {
        return isPosix(directory)
                && Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static FileAttribute<?>[] permissions(Path file, String text) {
        if (!isPosix(file)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(text);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
