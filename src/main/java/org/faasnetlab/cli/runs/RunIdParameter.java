package org.faasnetlab.cli.runs;

import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import picocli.CommandLine.Parameters;

/** The parameter that selects a run. */
public final class RunIdParameter {
    @Parameters(
            paramLabel = "RUN",
            description = "Run ID, or a unique prefix of it. To list runs, run 'faasnetlab runs'.")
    private String id = "";

    /** @throws LabException if there is no such run, or the prefix is ambiguous */
    RunRow row(Lab lab) throws LabException {
        return find(lab.store(), id);
    }

    public static RunRow find(RunReader store, String id) throws LabException {
        return store.run(id).orElseThrow(() -> unknown(id));
    }

    private static LabException unknown(String id) {
        return new LabException(
                LabException.Kind.BAD_INPUT,
                "No run, or more than one run, matches \"" + id + "\".",
                "To list runs, run 'faasnetlab runs'.");
    }
}
