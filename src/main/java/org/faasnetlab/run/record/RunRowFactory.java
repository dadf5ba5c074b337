package org.faasnetlab.run.record;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.jspecify.annotations.Nullable;

/** Creates the rows of a run. */
public final class RunRowFactory {
    private RunRowFactory() {}

    public static RunRow started(String id, Instant at, ExperimentPlan plan, Testbed testbed) {
        return new RunRow(
                id,
                at,
                null,
                RunStatus.RUNNING,
                plan.preset(),
                RunTitle.of(plan),
                testbed.name(),
                testbed.kind(),
                plan.network().simulated(),
                Setting.of(plan),
                new TreeMap<>(),
                null);
    }

    /**
     * The row of a run that is resumed: unchanged but active again. Facts about its previous environment are preserved.
     */
    public static RunRow resumed(RunRow row, Instant at) {
        SortedMap<String, String> environment = new TreeMap<>(row.environment());
        environment.merge("resumed", at.toString(), (before, now) -> before + ", " + now);
        return row.with(null, RunStatus.RUNNING, environment, null);
    }

    /** Facts that changed are appended to the earlier ones. */
    public static RunRow withEnvironment(RunRow row, SortedMap<String, String> environment) {
        return row.with(row.endedAt(), row.status(), joined(row.environment(), environment), row.message());
    }

    private static SortedMap<String, String> joined(SortedMap<String, String> before, SortedMap<String, String> now) {
        SortedMap<String, String> joined = new TreeMap<>(before);
        now.forEach((name, value) ->
                joined.merge(name, value, (old, fresh) -> old.equals(fresh) ? old : old + "; when resumed: " + fresh));
        return joined;
    }

    public static RunRow ended(RunRow row, Instant at, RunStatus status, @Nullable String message) {
        return row.with(at, status, row.environment(), message);
    }

    public static RunRow failed(RunRow row, String message) {
        return ended(row, row.endedAt() == null ? row.startedAt() : row.endedAt(), RunStatus.FAILED, message);
    }
}
