package org.faasnetlab.run.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadKind;
import org.jspecify.annotations.Nullable;

/** Makes the row of a trial. */
public final class TrialRowFactory {
    private TrialRowFactory() {}

    public static TrialRow of(String runId, Trial trial, RunStatus status, @Nullable Instant t0) {
        Cell spec = trial.spec();
        Workload.@Nullable Iperf3 iperf3 = spec.workload() instanceof Workload.Iperf3 one ? one : null;
        Workload.@Nullable S3 s3 = spec.workload() instanceof Workload.S3 one ? one : null;
        NetworkSettings network = spec.network();
        return new TrialRow(
                runId,
                trial.index(),
                trial.repetition(),
                status,
                (s3 == null ? WorkloadKind.IPERF3 : WorkloadKind.S3).word(),
                spec.workload().direction(),
                spec.memoryMb(),
                spec.functions(),
                s3 != null ? s3.connections() : iperf3 != null ? iperf3.streams() : 1,
                iperf3 == null ? null : iperf3.seconds(),
                s3 == null ? null : s3.objectSize().bytes(),
                network.link().toSetting(),
                network.hosts(),
                network.hostLink() == null ? "unlimited" : network.hostLink().toSetting(),
                t0 == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, t0));
    }
}
