package org.faasnetlab.workload.s3;

import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.latency.ProbeSetting;

/** S3: each function fetches an object in ranges or sends it in parts. */
public enum S3Type implements WorkloadType {
    S3;

    @Override
    public String id() {
        return "s3";
    }

    @Override
    public String parallelism() {
        return "connection";
    }

    @Override
    public boolean needsServerPort() {
        return false;
    }

    @Override
    public String title(String directions, boolean concurrent) {
        return "S3 " + directions + (concurrent ? ", concurrent" : "");
    }

    @Override
    public List<Metric> intervalMetrics() {
        return List.of(Metrics.BANDWIDTH);
    }

    @Override
    public List<Metric> functionMetrics() {
        return Metrics.withClock(Metrics.BANDWIDTH, Metrics.FIRST_BYTE, Metrics.CPU);
    }

    @Override
    public List<TaskType<?>> taskTypes() {
        return List.of(S3GetTask.TYPE, S3PutTask.TYPE);
    }

    @Override
    public S3Settings defaults() {
        return S3Settings.USUAL;
    }

    @Override
    public List<WorkloadSetting> settings() {
        return S3Settings.ALL;
    }

    @Override
    public S3Workload restore(WorkloadRecord stored) {
        String part = stored.details().get("partMiB");
        return new S3Workload(
                stored.direction(),
                new DataSize(stored.requireObjectBytes()),
                stored.parallelism(),
                part == null ? S3Workload.USUAL_PART : SettingValues.parseSize(part),
                stored.detail("intervalMs", 100),
                ProbeSetting.parse(stored.details().getOrDefault(ProbeSetting.KEY, "off")));
    }
}
