package org.faasnetlab.cli.runs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.cli.common.ExportFormat;
import org.faasnetlab.cli.common.InputException;
import org.faasnetlab.cli.common.ShellQuoting;

/**
 * A file that a run is to be written to.
 *
 * @param file as the user gave it
 */
public record ExportTarget(ExportFormat format, Path file) {

    /**
     * Finds out before anything is measured whether the file can be written.
     *
     * @throws InputException if it cannot
     */
    void check() throws InputException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw refused("is a folder", "Give " + format.option() + " the name of a file.");
        }
        if (!Files.isDirectory(folder)) {
            throw refused("cannot be written: there is no folder " + folder, "Make the folder first, or give another.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw refused("is a device or a pipe", "Give " + format.option() + " the name of a file.");
        }
        tryOut(folder);
    }

    /** Rights alone do not tell: a folder may be of a system that takes no files, or the disk may be full. */
    private void tryOut(Path folder) throws InputException {
        try {
            Files.delete(Files.createTempFile(folder, ".faasnetlab", null));
        } catch (AccessDeniedException denied) {
            throw refused("cannot be written: permission denied", "Give a file in a folder that you may write.");
        } catch (IOException refused) {
            throw refused("cannot be written in " + folder, "Give a file in another folder.");
        }
    }

    private InputException refused(String why, String nextStep) {
        return new InputException(asArguments() + " " + why + ".", nextStep);
    }

    /** The option and the file as a user types them. */
    String asArguments() {
        return format.option() + " " + ShellQuoting.word(file);
    }
}
