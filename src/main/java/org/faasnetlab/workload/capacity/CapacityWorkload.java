package org.faasnetlab.workload.capacity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.udp.DatagramWorkload;
import org.jspecify.annotations.Nullable;

/**
 * A search of each function against its own iperf3 server.
 *
 * @param seconds the longest time for the search and the TCP test after it, at least 12
 * @param intervalMs reported interval in milliseconds, at least 100
 * @param maxRate the highest rate of UDP payload that is offered
 * @param maxLossPercent the highest loss at which a rate counts as carried, 0 to 50
 * @param maxReorderingPercent the highest share of reordered datagrams at which a rate counts as carried, 0 to 50
 */
public record CapacityWorkload(
        Direction direction,
        int seconds,
        int intervalMs,
        Bandwidth maxRate,
        double maxLossPercent,
        double maxReorderingPercent)
        implements DatagramWorkload {
    /** Length of the TCP test, with the second that it omits. */
    private static final int TCP_SECONDS = 4;

    /** Less than the resolution of the search. */
    private static final double NOTABLE = 1.05;

    @Override
    public CapacityType type() {
        return CapacityType.CAPACITY;
    }

    @Override
    public CapacityWorkload withDirection(Direction value) {
        return new CapacityWorkload(value, seconds, intervalMs, maxRate, maxLossPercent, maxReorderingPercent);
    }

    @Override
    public CapacityTask task(String host, int port, Direction functionDirection, @Nullable URI programUrl) {
        return new CapacityTask(
                host,
                port,
                functionDirection,
                seconds,
                intervalMs,
                Math.round(maxRate.bitsPerSecond()),
                maxLossPercent / 100,
                maxReorderingPercent / 100,
                programUrl);
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Time(seconds, 0);
    }

    /** As {@link CapacitySettings#notice} states it, and TCP at the rate of the network. */
    @Override
    public double bytesAtMost(double networkBitsPerSecond, long burstBytes) {
        return maxRate.bytesPerSecond() * seconds + burstBytes + networkBitsPerSecond / 8 * TCP_SECONDS;
    }

    @Override
    public SortedMap<String, String> details() {
        return new TreeMap<>(Map.of(
                "intervalMs",
                String.valueOf(intervalMs),
                CapacitySettings.MAX_RATE,
                maxRate.toSetting(),
                CapacitySettings.MAX_LOSS,
                SettingValues.percent(maxLossPercent),
                CapacitySettings.MAX_REORDERING,
                SettingValues.percent(maxReorderingPercent)));
    }

    /** The median functions' capacity, its limits, and what TCP reached of it. */
    @Override
    public Optional<Phrase> finding(List<MetricValues> ofFunctions) {
        if (ofFunctions.isEmpty()) {
            return Optional.empty();
        }
        Double capacity = median(ofFunctions, CapacityMetrics.CAPACITY);
        return Optional.of(capacity == null ? withoutCapacity(ofFunctions) : withCapacity(ofFunctions, capacity));
    }

    private Phrase withoutCapacity(List<MetricValues> ofFunctions) {
        if (sum(ofFunctions, CapacityMetrics.UDP_BLOCKED) > 0) {
            return Phrase.of(
                    "No datagram reached the server, or none came back, so the capacity is unknown: allow UDP on the ports of"
                            + " the iperf3 servers in every firewall on the way. TCP reached {0}.",
                    text(CapacityMetrics.TCP, median(ofFunctions, CapacityMetrics.TCP)));
        }
        if (isWithin(maxLossPercent, median(ofFunctions, CapacityMetrics.LOSS))
                && isWithin(maxReorderingPercent, median(ofFunctions, CapacityMetrics.REORDERING))) {
            return Phrase.of(
                    "No rate was carried: hardly a datagram was lost, but less than 95 % arrived while they were sent. TCP"
                            + " reached {0}. Set maxRate lower, or seconds higher.",
                    text(CapacityMetrics.TCP, median(ofFunctions, CapacityMetrics.TCP)));
        }
        return Phrase.of(
                "No rate was carried with a loss of at most {0} and reordering of at most {1}: at best, {2} was lost and {3}"
                        + " reordered. TCP reached {4}. Set maxLoss or maxReordering higher.",
                SettingValues.percent(maxLossPercent),
                SettingValues.percent(maxReorderingPercent),
                text(CapacityMetrics.LOSS, median(ofFunctions, CapacityMetrics.LOSS)),
                text(CapacityMetrics.REORDERING, median(ofFunctions, CapacityMetrics.REORDERING)),
                text(CapacityMetrics.TCP, median(ofFunctions, CapacityMetrics.TCP)));
    }

    private static boolean isWithin(double percent, @Nullable Double share) {
        return share != null && share <= percent / 100;
    }

    private Phrase withCapacity(List<MetricValues> ofFunctions, double capacity) {
        Phrase value = text(CapacityMetrics.CAPACITY, capacity);
        Phrase bound = isLowerBound(ofFunctions) ? Phrase.of("at least {0}", value) : value;
        Phrase each =
                ofFunctions.size() == 1 ? bound : Phrase.of("{0} (median of {1} functions)", bound, ofFunctions.size());
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(Phrase.of(
                "IP-layer capacity: {0} with {1} loss and {2} reordering, limits {3} and {4}.",
                each,
                text(CapacityMetrics.LOSS, median(ofFunctions, CapacityMetrics.LOSS)),
                text(CapacityMetrics.REORDERING, median(ofFunctions, CapacityMetrics.REORDERING)),
                SettingValues.percent(maxLossPercent),
                SettingValues.percent(maxReorderingPercent)));
        sentences.add(tcp(ofFunctions));
        once(ofFunctions, capacity).ifPresent(sentences::add);
        reservation(ofFunctions).ifPresent(sentences::add);
        return Phrase.join(" ", sentences);
    }

    private static Phrase tcp(List<MetricValues> ofFunctions) {
        Double share = isLowerBound(ofFunctions) ? null : median(ofFunctions, CapacityMetrics.TCP_SHARE);
        return share == null
                ? Phrase.of("TCP reached {0}.", text(CapacityMetrics.TCP, median(ofFunctions, CapacityMetrics.TCP)))
                : Phrase.of("TCP reached {0} of it.", text(CapacityMetrics.TCP_SHARE, share));
    }

    /** Whether the network may carry more to or from one of the functions than the search has found. */
    private static boolean isLowerBound(List<MetricValues> ofFunctions) {
        return median(ofFunctions, CapacityMetrics.EXCEEDED) == null
                || sum(ofFunctions, CapacityMetrics.SENDER_LIMITED) > 0
                || sum(ofFunctions, CapacityMetrics.CONFIRMED) < ofFunctions.size()
                || ofFunctions.stream().anyMatch(CapacityWorkload::tcpCarriedMore);
    }

    /** Of a rate that all tests carried, TCP says nothing: more was not offered. */
    private static boolean tcpCarriedMore(MetricValues ofFunction) {
        Double tcp = ofFunction.get(CapacityMetrics.TCP.id());
        Double most = ofFunction.get(CapacityMetrics.MAXIMUM.id());
        boolean offeredMore = ofFunction.get(CapacityMetrics.EXCEEDED.id()) != null
                || isPositive(ofFunction.get(CapacityMetrics.SENDER_LIMITED.id()));
        return offeredMore && tcp != null && most != null && tcp > NOTABLE * most;
    }

    private static boolean isPositive(@Nullable Double value) {
        return value != null && value > 0;
    }

    /** What a token bucket has carried once. */
    private static Optional<Phrase> once(List<MetricValues> ofFunctions, double capacity) {
        Double most = median(ofFunctions, CapacityMetrics.MAXIMUM);
        return most == null || most < capacity * NOTABLE
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "Once, {0} was carried for a second, but not again.", text(CapacityMetrics.MAXIMUM, most)));
    }

    private Optional<Phrase> reservation(List<MetricValues> ofFunctions) {
        if (ofFunctions.stream().anyMatch(CapacityWorkload::tcpCarriedMore)) {
            return Optional.of(
                    Phrase.of(
                            "TCP carried more than the search found, so sender or receiver limited the UDP tests, not the network."));
        }
        if (sum(ofFunctions, CapacityMetrics.SENDER_LIMITED) > 0) {
            return Optional.of(Phrase.of("The sender reached no higher rate, so the network may carry more."));
        }
        if (sum(ofFunctions, CapacityMetrics.CONFIRMED) < ofFunctions.size()) {
            return Optional.of(Phrase.of("The search did not come to its end: set seconds higher."));
        }
        return median(ofFunctions, CapacityMetrics.EXCEEDED) == null
                ? Optional.of(Phrase.of("No more was offered: set maxRate higher to find the limit."))
                : Optional.empty();
    }

    private static Phrase text(Metric metric, @Nullable Double value) {
        return value == null ? Phrase.of("unknown") : Phrase.verbatim(metric.text(value));
    }

    private static double sum(List<MetricValues> ofFunctions, Metric metric) {
        return ofFunctions.stream()
                .map(values -> values.get(metric.id()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** As tables have it: of an even number, the mean of the two in the middle. Null if no function has a value. */
    private static @Nullable Double median(List<MetricValues> ofFunctions, Metric metric) {
        double[] known = ofFunctions.stream()
                .map(values -> values.get(metric.id()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return known.length == 0 ? null : (Double) ((known[(known.length - 1) / 2] + known[known.length / 2]) / 2);
    }
}
