package org.faasnetlab.workload.latency;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;

/**
 * Probes of each function without a transfer.
 *
 * @param direction has no meaning here; trials have one
 * @param seconds length of the measurement, at least 1
 * @param intervalMs reported interval in milliseconds, at least 100
 * @param probeIntervalMs time between two probes in milliseconds, 5 to 1,000
 */
public record LatencyWorkload(Direction direction, int seconds, int intervalMs, int probeIntervalMs)
        implements Workload {
    @Override
    public LatencyType type() {
        return LatencyType.LATENCY;
    }

    @Override
    public LatencyWorkload withDirection(Direction value) {
        return new LatencyWorkload(value, seconds, intervalMs, probeIntervalMs);
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public Integer probeMs() {
        return probeIntervalMs;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Time(seconds, 0);
    }

    /** Probes and their echoes, also before and after the measured time. */
    @Override
    public double bytesAtMost(double networkBitsPerSecond, long burstBytes) {
        double millis = seconds * 1e3 + ProbeSetting.IDLE.toMillis() + ProbeSetting.AFTER.toMillis();
        return Math.ceil(millis / probeIntervalMs) * 2 * ProbeTarget.DATAGRAM_BYTES;
    }

    @Override
    public SortedMap<String, String> details() {
        return new TreeMap<>(Map.of(
                "intervalMs", String.valueOf(intervalMs), ProbeSetting.KEY, ProbeSetting.format(probeIntervalMs)));
    }
}
