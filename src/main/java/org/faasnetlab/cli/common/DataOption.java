package org.faasnetlab.cli.common;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option for the data folder of runs. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Data folder for saved runs (default: your user data folder)")
    private @Nullable Path folder;

    private final LabOpener opener;

    public DataOption(LabOpener opener) {
        this.opener = opener;
    }

    /**
     * Creates the folders and the log of the lab.
     *
     * @throws LabException if the folder cannot be used
     */
    public void createFolders() throws LabException {
        opener.createFolders(folder);
    }

    /**
     * Opens the lab with the folder; the caller closes it.
     *
     * @throws LabException if the folder cannot be used
     */
    public Lab open() throws LabException {
        return opener.open(folder);
    }

    /**
     * The option as a later command needs it to find the same runs, with a leading space; empty for the default folder.
     */
    public String asArguments() {
        return folder == null ? "" : " --data " + ShellQuoting.quote(folder);
    }
}
