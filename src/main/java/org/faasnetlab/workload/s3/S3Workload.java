package org.faasnetlab.workload.s3;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * The transfer of an S3 object by each function.
 *
 * @param objectSize size of the object, at least 1 byte
 * @param connections concurrent connections, 1 to 64
 * @param partSize size of one range or part
 * @param intervalMs reported interval in milliseconds, at least 100
 * @param probeMs time between two latency probes in milliseconds, or null without them
 */
public record S3Workload(
        Direction direction,
        DataSize objectSize,
        int connections,
        DataSize partSize,
        int intervalMs,
        @Nullable Integer probeMs)
        implements Workload {
    /** Part size of the presets. */
    static final DataSize USUAL_PART = DataSize.ofMebibytes(8);

    /** A transfer without latency probes. */
    public S3Workload(Direction direction, DataSize objectSize, int connections, DataSize partSize, int intervalMs) {
        this(direction, objectSize, connections, partSize, intervalMs, null);
    }

    @Override
    public S3Type type() {
        return S3Type.S3;
    }

    @Override
    public S3Workload withDirection(Direction value) {
        return new S3Workload(value, objectSize, connections, partSize, intervalMs, probeMs);
    }

    @Override
    public int parallelism() {
        return connections;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Bytes(objectSize);
    }

    @Override
    public SortedMap<String, String> details() {
        SortedMap<String, String> details = new TreeMap<>(
                Map.of("intervalMs", String.valueOf(intervalMs), "partMiB", SettingValues.size(partSize)));
        if (probeMs != null) {
            details.put(ProbeSetting.KEY, ProbeSetting.format(probeMs));
        }
        return details;
    }

    @Override
    public List<Metric> intervalMetrics() {
        return ProbeMetrics.withIntervals(type().intervalMetrics(), probeMs != null);
    }

    @Override
    public List<Metric> metricsBesideRate() {
        return ProbeMetrics.besideRate(type().metricsBesideRate(), probeMs != null);
    }

    @Override
    public List<Metric> functionMetrics() {
        return ProbeMetrics.withFunctions(type().functionMetrics(), probeMs != null);
    }

    /** One request for each range or part, plus two to start and complete a multipart upload. */
    @Override
    public Workload.StorageRequests requests(Direction ofFunction) {
        long parts = (objectSize.bytes() + partSize.bytes() - 1) / partSize.bytes();
        return ofFunction == Direction.DOWNLOAD
                ? new Workload.StorageRequests(parts, 0)
                : new Workload.StorageRequests(0, parts == 1 ? 1 : parts + 2);
    }
}
