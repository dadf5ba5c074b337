package org.faasnetlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a run is to be written to.
 *
 * @param file as the user gave it
 */
record ExportTarget(ExportFormat format, Path file) {

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
        if (!Files.isWritable(folder)) {
            throw refused("cannot be written: permission denied", "Give a file in a folder that you may write.");
        }
    }

    private InputException refused(String why, String nextStep) {
        return new InputException(asArguments() + " " + why + ".", nextStep);
    }

    /** The option and the file as a user types them. */
    String asArguments() {
        return format.option() + " " + Shell.word(file);
    }
}
