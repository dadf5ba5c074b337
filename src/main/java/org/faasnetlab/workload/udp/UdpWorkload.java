package org.faasnetlab.workload.udp;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * A UDP test of each function against its own iperf3 server.
 *
 * @param seconds length of the test, at least 1
 * @param intervalMs reported interval in milliseconds, at least 100
 * @param rate at which each function, or its server, sends payload
 * @param datagramBytes payload of a datagram
 * @param probeMs time between two latency probes in milliseconds, or null without them
 */
public record UdpWorkload(
        Direction direction,
        int seconds,
        int intervalMs,
        Bandwidth rate,
        int datagramBytes,
        @Nullable Integer probeMs) implements Workload {
    @Override
    public UdpType type() {
        return UdpType.UDP;
    }

    @Override
    public UdpWorkload withDirection(Direction value) {
        return new UdpWorkload(value, seconds, intervalMs, rate, datagramBytes, probeMs);
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Time(seconds, 0);
    }

    @Override
    public Bandwidth offeredRate() {
        return rate;
    }

    @Override
    public SortedMap<String, String> details() {
        SortedMap<String, String> details = new TreeMap<>(Map.of(
                "intervalMs",
                String.valueOf(intervalMs),
                UdpSettings.RATE,
                rate.toSetting(),
                UdpSettings.DATAGRAM,
                String.valueOf(datagramBytes)));
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
    public List<Metric> functionMetrics() {
        return ProbeMetrics.withFunctions(type().functionMetrics(), probeMs != null);
    }
}
