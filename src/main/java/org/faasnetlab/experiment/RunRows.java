package org.faasnetlab.experiment;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a run as it goes on. */
final class RunRows {
    private RunRows() {}

    static RunRow started(String id, Instant at, ExperimentPlan plan, Testbed testbed) {
        return new RunRow(
                id,
                at,
                null,
                RunStatus.RUNNING,
                plan.preset(),
                RunTitle.of(plan),
                testbed.name(),
                plan.network().simulated(),
                Setting.of(plan),
                new TreeMap<>(),
                null);
    }

    static RunRow withEnvironment(RunRow row, SortedMap<String, String> environment) {
        return new RunRow(
                row.id(),
                row.startedAt(),
                row.endedAt(),
                row.status(),
                row.preset(),
                row.title(),
                row.testbed(),
                row.simulatedNetwork(),
                row.settings(),
                environment,
                row.message());
    }

    static RunRow ended(RunRow row, Instant at, RunStatus status, @Nullable String message) {
        return new RunRow(
                row.id(),
                row.startedAt(),
                at,
                status,
                row.preset(),
                row.title(),
                row.testbed(),
                row.simulatedNetwork(),
                row.settings(),
                row.environment(),
                message);
    }

    static RunRow failed(RunRow row, String message) {
        return ended(row, row.endedAt() == null ? row.startedAt() : row.endedAt(), RunStatus.FAILED, message);
    }

    /** What happened and what to do, as a run keeps it. */
    static String sentence(LabException failure) {
        return failure.getMessage() + " " + failure.nextStep();
    }
}
