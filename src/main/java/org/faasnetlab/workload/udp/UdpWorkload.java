package org.faasnetlab.workload.udp;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.TransferExtent;
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
 * @param burst number of datagrams that are sent together
 * @param probeMs time between two latency probes in milliseconds, or null without them
 */
public record UdpWorkload(
        Direction direction,
        int seconds,
        int intervalMs,
        Bandwidth rate,
        int datagramBytes,
        int burst,
        @Nullable Integer probeMs)
        implements DatagramWorkload {
    /** A server that does not report while it receives reports the whole test as one interval, or nothing. */
    private static final int MIN_INTERVALS = 2;

    @Override
    public UdpType type() {
        return UdpType.UDP;
    }

    @Override
    public UdpWorkload withDirection(Direction value) {
        return new UdpWorkload(value, seconds, intervalMs, rate, datagramBytes, burst, probeMs);
    }

    @Override
    public UdpTask task(String host, int port, Direction functionDirection, @Nullable URI programUrl) {
        return new UdpTask(
                host,
                port,
                functionDirection,
                seconds,
                intervalMs,
                Math.round(rate.bitsPerSecond()),
                datagramBytes,
                burst,
                programUrl);
    }

    /** Without its intervals, a server knows only how much of an upload arrived. */
    @Override
    public Optional<Phrase> finding(List<MetricValues> ofFunctions) {
        long without = ofFunctions.stream()
                .map(values -> values.get(UdpMetrics.RECEIVER_INTERVALS.id()))
                .filter(known -> known != null && known < MIN_INTERVALS)
                .count();
        return without == 0
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        without == 1
                                ? "The iperf3 servers reported no intervals of 1 upload, so only the total is known of what"
                                        + " arrived: start them with iperf3 -s -i {1}, and without -J."
                                : "The iperf3 servers reported no intervals of {0} uploads, so only the total is known of what"
                                        + " arrived: start them with iperf3 -s -i {1}, and without -J.",
                        without,
                        BigDecimal.valueOf(intervalMs, 3).stripTrailingZeros().toPlainString()));
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

    /** The rate is sent, whatever the network lets pass. */
    @Override
    public double bytesAtMost(double networkBitsPerSecond, long burstBytes) {
        return rate.bytesPerSecond() * seconds;
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
        if (burst > 1) {
            details.put(UdpSettings.PACING, String.valueOf(burst));
        }
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
}
