package org.faasnetlab.cli.runs;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import picocli.CommandLine.Parameters;

/** The runs that a command is about. */
final class RunIdParameters {
    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "Run IDs, or unique prefixes of them. To list runs, run 'faasnetlab runs'.")
    private List<String> ids = List.of();

    /**
     * The runs in the order in which they are named, none twice.
     *
     * @throws LabException if there is no such run, or more than one begins so
     */
    List<RunRow> rows(Lab lab) throws LabException {
        List<RunRow> rows = new ArrayList<>();
        for (String id : ids) {
            RunRow row = RunIdParameter.find(lab.store(), id);
            if (!rows.contains(row)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
