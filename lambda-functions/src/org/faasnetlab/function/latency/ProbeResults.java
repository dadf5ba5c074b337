package org.faasnetlab.function.latency;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.ProbeHistograms;
import org.jspecify.annotations.Nullable;

/**
 * The probes of a function before, during and after its transfer, and the numbers that follow from them. The names are those of the metrics in
 * {@code workload.latency}, which the function cannot import.
 *
 * @param idle sent before the transfer
 * @param loaded sent during the transfer
 * @param after sent after it
 */
record ProbeResults(List<ProbeLog.Probe> idle, List<ProbeLog.Probe> loaded, List<ProbeLog.Probe> after) {
    /**
     * The largest 5 % do not count in the round trips per minute: the trimmed mean of
     * draft-ietf-ippm-responsiveness, section 4.3.
     */
    private static final double TRIMMED = 0.95;

    private static final double NANOS_PER_MINUTE = 6e10;

    /** Six decimals for ratios; for microseconds they are more than clocks know. */
    private static final double ROUNDING = 1e6;

    /** A fixed difference between the clocks of function and server, and how it changes. */
    private record ClockDifference(long atNanos, double nanos, double perNano) {
        double at(long time) {
            return nanos + (time - atNanos) * perNano;
        }
    }

    ProbeHistograms histograms() {
        return new ProbeHistograms(histogram(idle), histogram(loaded), histogram(after));
    }

    private static LatencyHistogram histogram(List<ProbeLog.Probe> probes) {
        return LatencyHistogram.of(
                answered(probes).stream().mapToLong(ProbeLog.Probe::rttNanos).toArray());
    }

    private static List<ProbeLog.Probe> answered(List<ProbeLog.Probe> probes) {
        return probes.stream().filter(ProbeLog.Probe::answered).toList();
    }

    /** @param transfer the result of the transfer */
    MetricValues metrics(FunctionRecord.Finished transfer) {
        Map<String, Double> values = new TreeMap<>();
        ProbeHistograms all = histograms();
        boolean load = transfer.senderBytes() > 0 || transfer.receiverBytes() > 0;
        if (load) {
            quantiles(values, "idle", all.idle());
            quantiles(values, "loaded", all.loaded());
            put(values, "after_rtt_p50_us", micros(all.after().quantile(0.5)));
            underLoad(values, all);
        } else {
            // Where nothing is transferred, the measured time is without load too.
            quantiles(values, "idle", all.loaded());
        }
        values.put("probes_sent", (double) loaded.size());
        values.put("probes_lost", (double) (loaded.size() - all.loaded().count()));
        values.put("probes_late", (double)
                loaded.stream().filter(ProbeLog.Probe::late).count());
        if (!loaded.isEmpty()) {
            values.put("probe_loss", 1 - (double) all.loaded().count() / loaded.size());
        }
        directions(values);
        Double efficiency = efficiency(transfer);
        if (efficiency != null) {
            values.put("tcp_efficiency", efficiency);
        }
        values.replaceAll((name, value) -> Math.round(value * ROUNDING) / ROUNDING);
        return MetricValues.of(values);
    }

    private static void quantiles(Map<String, Double> values, String phase, LatencyHistogram times) {
        put(values, phase + "_rtt_p50_us", micros(times.quantile(0.5)));
        put(values, phase + "_rtt_p95_us", micros(times.quantile(0.95)));
        put(values, phase + "_rtt_p99_us", micros(times.quantile(0.99)));
    }

    private static void underLoad(Map<String, Double> values, ProbeHistograms all) {
        Double usual = all.loaded().quantile(0.5);
        Double trimmed = all.loaded().meanUpTo(TRIMMED);
        if (trimmed != null && trimmed > 0) {
            values.put("round_trips_per_minute", NANOS_PER_MINUTE / trimmed);
        }
        Double idleUsual = all.idle().quantile(0.5);
        Double least = all.idle().quantile(0);
        Double mean = all.loaded().mean();
        if (usual != null && idleUsual != null && mean != null && least != null && least > 0) {
            values.put("rtt_inflation_us", (usual - idleUsual) / 1000);
            // Buffer delay percentage of RFC 6349: the baseline is the smallest round-trip time without load.
            values.put("buffer_delay", (mean - least) / least);
        }
    }

    /** Jitter and delay of each direction, from the server's times. */
    private void directions(Map<String, Double> values) {
        List<ProbeLog.Probe> answers = answered(loaded);
        put(values, "jitter_up_us", micros(jitter(answers, true)));
        put(values, "jitter_down_us", micros(jitter(answers, false)));
        ClockDifference clocks = clocks();
        if (clocks == null || answers.isEmpty()) {
            return;
        }
        long[] up = answers.stream()
                .mapToLong(probe -> Math.round(probe.serverNanos() - clocks.at(probe.sentNanos()) - probe.sentNanos()))
                .toArray();
        long[] down = answers.stream()
                .mapToLong(probe ->
                        Math.round(probe.answeredNanos() - (probe.serverNanos() - clocks.at(probe.sentNanos()))))
                .toArray();
        put(values, "delay_up_p50_us", micros(LatencyHistogram.of(up).quantile(0.5)));
        put(values, "delay_down_p50_us", micros(LatencyHistogram.of(down).quantile(0.5)));
    }

    /**
     * Interarrival jitter: the mean over all probes of the running estimate of RFC 3550, section 6.4.1, in nanoseconds. Differences of
     * transit times do not depend on the difference of the clocks.
     */
    private static @Nullable Double jitter(List<ProbeLog.Probe> answers, boolean up) {
        double estimate = 0;
        double sum = 0;
        for (int i = 1; i < answers.size(); i++) {
            double difference = transit(answers.get(i), up) - transit(answers.get(i - 1), up);
            estimate += (Math.abs(difference) - estimate) / 16;
            sum += estimate;
        }
        return answers.size() < 2 ? null : (Double) (sum / (answers.size() - 1));
    }

    private static double transit(ProbeLog.Probe probe, boolean up) {
        return up ? probe.serverNanos() - probe.sentNanos() : probe.answeredNanos() - probe.serverNanos();
    }

    /**
     * The server's clock minus the function's, without synchronised clocks, as Crusader estimates it: the fastest probe without load
     * took equally long in both directions. Two such probes, before and after the transfer, show the drift.
     */
    private @Nullable ClockDifference clocks() {
        ProbeLog.Probe first = fastest(idle);
        ProbeLog.Probe last = fastest(after);
        if (first == null) {
            return last == null ? null : new ClockDifference(last.sentNanos(), difference(last), 0);
        }
        double drift = last == null || last.sentNanos() == first.sentNanos()
                ? 0
                : (difference(last) - difference(first)) / (last.sentNanos() - first.sentNanos());
        return new ClockDifference(first.sentNanos(), difference(first), drift);
    }

    private static ProbeLog.@Nullable Probe fastest(List<ProbeLog.Probe> probes) {
        ProbeLog.Probe found = null;
        for (ProbeLog.Probe probe : probes) {
            if (probe.answered() && (found == null || probe.rttNanos() < found.rttNanos())) {
                found = probe;
            }
        }
        return found;
    }

    private static double difference(ProbeLog.Probe probe) {
        return probe.serverNanos() - probe.sentNanos() - probe.rttNanos() / 2.0;
    }

    /** TCP efficiency percentage of RFC 6349: share of the transmitted bytes that were not retransmitted; null if it is unknown. */
    private static @Nullable Double efficiency(FunctionRecord.Finished transfer) {
        Long retransmits = transfer.retransmits();
        Integer mss = transfer.mss();
        if (retransmits == null || mss == null || transfer.senderBytes() <= 0) {
            return null;
        }
        return transfer.senderBytes() / (transfer.senderBytes() + (double) retransmits * mss);
    }

    private static @Nullable Double micros(@Nullable Double nanos) {
        return nanos == null ? null : (Double) (nanos / 1000);
    }

    private static void put(Map<String, Double> values, String name, @Nullable Double value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
