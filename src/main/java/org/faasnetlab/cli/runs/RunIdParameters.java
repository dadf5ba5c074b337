package org.faasnetlab.cli.runs;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import picocli.CommandLine.Parameters;

/** The parameters that select runs. */
final class RunIdParameters {
    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "Run IDs, or unique prefixes of them. To list runs, run 'faasnetlab runs'.")
    private List<String> ids = List.of();

    /**
     * The runs in the order in which they are named, without duplicates.
     *
     * @throws LabException if there is no such run, or a prefix is ambiguous
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
