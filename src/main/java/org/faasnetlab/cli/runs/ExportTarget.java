package org.faasnetlab.cli.runs;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ShellQuoting;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;

/**
 * An export file of a run.
 *
 * @param file as the user entered it
 */
public record ExportTarget(ExportFormat format, Path file) {

    /** The formats that have an option, in the order of the help. The data of a chart has that of CSV. */
    static final List<ExportFormat> FORMATS =
            List.of(ExportFormat.CSV, ExportFormat.JSON, ExportFormat.PNG, ExportFormat.SVG, ExportFormat.REPORT);

    /** The options of the formats that a condition applies to, for example {@code --csv, --json}. */
    static String options(Predicate<ExportFormat> which) {
        return FORMATS.stream().filter(which).map(ExportTarget::option).collect(Collectors.joining(", "));
    }

    /**
     * Checks before the measurement whether the file can be written.
     *
     * @throws LabException if it cannot
     */
    void check() throws LabException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw refused("is a folder", "Specify a file for " + option() + ".");
        }
        if (!Files.isDirectory(folder)) {
            throw refused(
                    "cannot be written: folder " + folder + " does not exist",
                    "Create the folder first, or specify another one.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw refused("is a device or a pipe", "Specify a file for " + option() + ".");
        }
        tryOut(folder);
        RunExporter.requireFonts(format);
    }

    /** Creates a file to check: permissions do not tell whether the file system accepts files or the disk is full. */
    private void tryOut(Path folder) throws LabException {
        try {
            Files.delete(Files.createTempFile(folder, ".faasnetlab", null));
        } catch (AccessDeniedException e) {
            throw refused("cannot be written: permission denied", "Specify a file in a writable folder.");
        } catch (IOException e) {
            throw refused("cannot be written in " + folder, "Specify a file in another folder.");
        }
    }

    /**
     * Checks that another export does not write the same file.
     *
     * @throws LabException if it does
     */
    void checkAgainst(ExportTarget other) throws LabException {
        Path here = location();
        Path there = other.location();
        String nextStep = "Specify a different file for each of these options: " + options(any -> true) + ".";
        if (here.equals(there)) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT, "File " + other.file + " is specified twice.", nextStep);
        }
        if (RunExporter.canWrite(format, here, there)) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "File " + other.file + " of " + other.option() + " is also written by " + asArguments() + ".",
                    nextStep);
        }
    }

    /** The same for all names of one file. */
    private Path location() {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        try {
            return folder == null || Files.exists(target)
                    ? target.toRealPath()
                    : folder.toRealPath().resolve(target.getFileName());
        } catch (IOException e) {
            return target;
        }
    }

    private LabException refused(String why, String nextStep) {
        return new LabException(LabException.Kind.BAD_INPUT, asArguments() + " " + why + ".", nextStep);
    }

    /** The option of the file, for example {@code --csv}. */
    String option() {
        return option(format);
    }

    private static String option(ExportFormat format) {
        return "--" + format.name().toLowerCase(Locale.ROOT);
    }

    /** The option and the file as a user types them. */
    String asArguments() {
        return option() + " " + ShellQuoting.quote(file);
    }
}
