package org.faasnetlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.analysis.JobCost;
import org.faasnetlab.analysis.TrialFindings;

/** Response time of each trial as a job, time of its functions together, and what that costs on AWS. */
final class JobTable {
    private JobTable() {}

    static List<String> lines(List<TrialFindings> trials) {
        List<TrialFindings> finished =
                trials.stream().filter(one -> one.job() != null).toList();
        if (finished.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable()
                .right("TRIAL")
                .right("MEMORY")
                .right("FUNCTIONS")
                .right("RESPONSE")
                .right("FUNCTION TIME")
                .right("GB-S")
                .right("COST");
        for (TrialFindings trial : finished) {
            JobCost job = Objects.requireNonNull(trial.job());
            table.row(
                    String.valueOf(trial.summary().trial().index() + 1),
                    trial.summary().trial().memoryMb() + " MB",
                    String.valueOf(trial.summary().finished()),
                    JobCost.seconds(job.times().response()),
                    JobCost.seconds(job.times().aggregated()),
                    ReportWords.number("%.2f", job.gbSeconds()),
                    job.dollars());
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        lines.add(Objects.requireNonNull(finished.get(0).job()).source());
        return lines;
    }
}
