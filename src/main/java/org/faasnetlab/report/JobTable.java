package org.faasnetlab.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.format.Phrase;

/** Response time of each trial as a job, total time of its functions, and their cost on AWS. */
public final class JobTable {
    private JobTable() {}

    /** Has no row if no function finished. */
    public static ReportTable of(List<TrialFindings> trials) {
        ReportTable table = new ReportTable()
                .numberColumn("Trial")
                .numberColumn("Memory")
                .numberColumn("Functions")
                .numberColumn("Response")
                .numberColumn("Function time")
                .numberColumn("GB-s")
                .numberColumn("Cost");
        for (TrialFindings trial : trials) {
            JobCost job = trial.job();
            if (job == null) {
                continue;
            }
            table.row(
                    String.valueOf(trial.summary().trial().index() + 1),
                    trial.summary().trial().cell().memoryLabel(),
                    String.valueOf(trial.summary().finished()),
                    JobCost.seconds(job.times().response()),
                    JobCost.seconds(job.times().aggregated()),
                    ReportTable.number("%.2f", job.gbSeconds()),
                    job.dollars());
        }
        return table;
    }

    /** The source of the prices, in one sentence; empty if there are no costs. */
    public static Optional<Phrase> source(List<TrialFindings> trials) {
        return trials.stream()
                .map(TrialFindings::job)
                .filter(Objects::nonNull)
                .findFirst()
                .map(JobCost::source);
    }
}
