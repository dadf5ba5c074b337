package org.faasnetlab.analysis.latency;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.protocol.ProbeHistograms;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.jspecify.annotations.Nullable;

/**
 * The latency probes of one trial, all functions together: percentiles are those of all round trips, from the merged histograms, not
 * means of percentiles.
 *
 * @param times round-trip times of all functions
 * @param sent probes that were sent during the transfers
 * @param lost those that were not answered
 * @param late those that were answered after more than a second
 * @param bufferDelay RFC 6349: median over the functions of the increase of the mean RTT as a ratio; null if unknown
 * @param tcpEfficiency RFC 6349: median over the functions of the share of bytes that were not retransmitted; null if unknown
 * @param underLoad whether the functions transferred something
 * @param relayed whether the link was simulated by a relay, which has no long queue
 */
public record LatencySummary(
        ProbeHistograms times,
        long sent,
        long lost,
        long late,
        @Nullable Double bufferDelay,
        @Nullable Double tcpEfficiency,
        boolean underLoad,
        boolean relayed) {
    /** As in the functions: the largest 5 % do not count (draft-ietf-ippm-responsiveness, section 4.3). */
    private static final double TRIMMED = 0.95;

    private static final double NANOS_PER_MINUTE = 6e10;

    /** The summary of a trial with probes; null if it has none, or no function has finished. */
    public static @Nullable LatencySummary of(TrialRow trial, List<FunctionRow> functions, List<ProbeRow> probes) {
        boolean probed =
                trial.workload().probeMs() != null && functions.stream().anyMatch(FunctionRow::finished);
        if (!probed) {
            return null;
        }
        return new LatencySummary(
                merged(functions, probes),
                sum(functions, ProbeMetrics.SENT),
                sum(functions, ProbeMetrics.LOST),
                sum(functions, ProbeMetrics.LATE),
                median(functions, ProbeMetrics.BUFFER_DELAY),
                median(functions, ProbeMetrics.TCP_EFFICIENCY),
                trial.workload().type().transfers(),
                trial.network().relayed());
    }

    /** The functions may be those of one direction. */
    private static ProbeHistograms merged(List<FunctionRow> functions, List<ProbeRow> probes) {
        LatencyHistogram.Builder idle = new LatencyHistogram.Builder();
        LatencyHistogram.Builder loaded = new LatencyHistogram.Builder();
        LatencyHistogram.Builder after = new LatencyHistogram.Builder();
        List<Integer> wanted =
                functions.stream().map(FunctionRow::functionIndex).toList();
        probes.stream().filter(each -> wanted.contains(each.functionIndex())).forEach(each -> {
            idle.add(each.histograms().idle());
            loaded.add(each.histograms().loaded());
            after.add(each.histograms().after());
        });
        return new ProbeHistograms(idle.build(), loaded.build(), after.build());
    }

    private static long sum(List<FunctionRow> functions, Metric metric) {
        return functions.stream()
                .map(function -> function.value(metric))
                .filter(Objects::nonNull)
                .mapToLong(Double::longValue)
                .sum();
    }

    private static @Nullable Double median(List<FunctionRow> functions, Metric metric) {
        double[] known = functions.stream()
                .map(function -> function.value(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length == 0 ? null : (Double) Quantiles.of(known, 0.5);
    }

    /** Median under load minus median without load in milliseconds; null if one of them is unknown. */
    public @Nullable Double inflationMillis() {
        Double idle = millis(times.idle().quantile(0.5));
        Double loaded = millis(times.loaded().quantile(0.5));
        return idle == null || loaded == null || !underLoad ? null : (Double) (loaded - idle);
    }

    /** The grade of the increase; null if it is unknown. */
    public @Nullable BufferbloatGrade grade() {
        Double inflation = inflationMillis();
        return inflation == null ? null : BufferbloatGrade.of(inflation);
    }

    /** Round trips per minute under load, draft-ietf-ippm-responsiveness, here of UDP probes; null if unknown. */
    public @Nullable Double roundTripsPerMinute() {
        Double trimmed = times.loaded().meanUpTo(TRIMMED);
        return trimmed == null || trimmed <= 0 ? null : (Double) (NANOS_PER_MINUTE / trimmed);
    }

    /** Share of the probes during the transfers that were not answered, 0 to 1; null if none was sent. */
    public @Nullable Double loss() {
        return sent == 0 ? null : (Double) ((double) lost / sent);
    }

    /** The latency in one sentence or two. */
    public String sentence() {
        if (sent == 0) {
            return "No latency probe was sent: this testbed has no echo server, or its name does not resolve.";
        }
        if (times.loaded().isEmpty()) {
            return "None of the " + sent + " latency probes was answered, so the latency is unknown: allow UDP from the"
                    + " functions to the echo server in firewalls and security groups.";
        }
        return (underLoad ? loaded() : unloaded()) + losses();
    }

    private String unloaded() {
        LatencyHistogram all = times.loaded();
        return "Round-trip time without load: " + format(all) + ".";
    }

    private String loaded() {
        Double inflation = inflationMillis();
        BufferbloatGrade grade = grade();
        StringBuilder text = new StringBuilder("Round-trip time under load: " + format(times.loaded()));
        if (inflation != null && grade != null) {
            text.append("; ")
                    .append(millisText(Math.abs(inflation)))
                    .append(inflation < 0 ? " less than" : " more than")
                    .append(" without load (median ")
                    .append(millisText(
                            Objects.requireNonNull(millis(times.idle().quantile(0.5)))))
                    .append("), grade ")
                    .append(grade.label())
                    .append(" for bufferbloat (DSLReports: A+ below 5 ms, F from 400 ms)");
        }
        Double perMinute = roundTripsPerMinute();
        if (perMinute != null) {
            text.append(String.format(Locale.ROOT, "; %,.0f round trips per minute", perMinute));
        }
        text.append('.');
        if (relayed) {
            text.append(" The simulated link has no long queue, so real links may delay more.");
        }
        return text.toString();
    }

    private String losses() {
        String some =
                String.format(Locale.ROOT, " %,d of %,d probes (%.1f %%) were lost.", lost, sent, 100.0 * lost / sent);
        return lost == 0 ? "" : some;
    }

    private static String format(LatencyHistogram times) {
        return "median " + quantileText(times, 0.5) + ", 95th percentile " + quantileText(times, 0.95)
                + ", 99th percentile " + quantileText(times, 0.99);
    }

    private static String quantileText(LatencyHistogram times, double share) {
        return millisText(Objects.requireNonNull(millis(times.quantile(share))));
    }

    private static String millisText(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.1f ms", millis);
    }

    private static @Nullable Double millis(@Nullable Double nanos) {
        return nanos == null ? null : (Double) (nanos / 1e6);
    }
}
