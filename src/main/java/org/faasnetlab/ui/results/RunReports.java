package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;

/** What is computed from a run and written of it; never called on the FX thread. */
public interface RunReports {

    TrialSummaryLine summarise(TrialRow trial, List<FunctionRow> functions, List<FunctionInterval> intervals);

    /**
     * Writes a run into a file.
     *
     * @param trial index of the trial that a chart shows
     * @throws LabException if the file cannot be written
     */
    void export(ExportKind kind, RunData run, int trial, Path file) throws LabException;
}
