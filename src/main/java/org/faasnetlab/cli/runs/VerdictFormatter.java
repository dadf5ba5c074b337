package org.faasnetlab.cli.runs;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.verdict.EvidenceItem;

/** What limited each trial, with the evidence. */
final class VerdictFormatter {
    private VerdictFormatter() {}

    /** @param evidence whether to print a line for each item of evidence */
    static List<String> of(RunFindings run, boolean evidence) {
        List<String> lines = new ArrayList<>();
        for (TrialFindings trial : run.trials()) {
            if (evidence || lines.isEmpty()) {
                lines.add("");
            }
            String name = run.trials().size() == 1
                    ? ""
                    : "Trial " + (trial.summary().trial().index() + 1) + ": ";
            lines.add(name + trial.verdict().sentence());
            if (evidence) {
                lines.add("  " + trial.burst());
            }
            if (trial.refill() != null) {
                lines.add("  " + trial.refill());
            }
            if (evidence) {
                trial.evidence().forEach(one -> lines.add(line(one)));
            }
        }
        lines.addAll(run.notes());
        return lines;
    }

    private static String line(EvidenceItem finding) {
        return "  " + finding.state().sign() + " " + finding.subject() + ": " + finding.sentence();
    }
}
