package org.faasnetlab.cli.common;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that says where runs are kept. */
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Data folder for saved runs (default: your user data folder)")
    private @Nullable Path folder;

    public Lab open(LabOpener opener) throws LabException {
        return opener.open(folder);
    }

    /** What a later command needs to find the same runs, with a leading space; empty for the usual place. */
    public String asArguments() {
        return folder == null ? "" : " --data " + ShellQuoting.word(folder);
    }
}
