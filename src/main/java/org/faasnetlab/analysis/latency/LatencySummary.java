package org.faasnetlab.analysis.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.format.Phrase;
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
    public Phrase sentence() {
        if (sent == 0) {
            return Phrase.of(
                    "No latency probe was sent: this testbed has no echo server, or its name does not resolve.");
        }
        if (times.loaded().isEmpty()) {
            return Phrase.of(
                    "None of the {0} latency probes was answered, so the latency is unknown: allow UDP from the"
                            + " functions to the echo server in firewalls and security groups.",
                    sent);
        }
        return withLosses(underLoad ? loaded() : unloaded());
    }

    private Phrase unloaded() {
        LatencyHistogram all = times.loaded();
        return Phrase.of("Round-trip time without load: {0}.", format(all));
    }

    private Phrase loaded() {
        Double inflation = inflationMillis();
        BufferbloatGrade grade = grade();
        List<Phrase> parts = new ArrayList<>();
        parts.add(Phrase.of("Round-trip time under load: {0}", format(times.loaded())));
        if (inflation != null && grade != null) {
            parts.add(Phrase.of(
                    inflation < 0
                            ? "{0} less than without load (median {1}), grade {2} for bufferbloat (DSLReports: A+ below 5 ms,"
                                    + " F from 400 ms)"
                            : "{0} more than without load (median {1}), grade {2} for bufferbloat (DSLReports: A+ below 5 ms,"
                                    + " F from 400 ms)",
                    millisText(Math.abs(inflation)),
                    millisText(Objects.requireNonNull(millis(times.idle().quantile(0.5)))),
                    grade.label()));
        }
        Double perMinute = roundTripsPerMinute();
        if (perMinute != null) {
            parts.add(Phrase.of("{0} round trips per minute", String.format(Locale.ROOT, "%,.0f", perMinute)));
        }
        Phrase sentence = Phrase.of("{0}.", Phrase.join("; ", parts));
        return relayed
                ? Phrase.sentences(
                        sentence, Phrase.of("The simulated link has no long queue, so real links may delay more."))
                : sentence;
    }

    private Phrase withLosses(Phrase sentence) {
        return lost == 0
                ? sentence
                : Phrase.sentences(
                        sentence,
                        Phrase.of(
                                "{0} of {1} probes ({2} %) were lost.",
                                String.format(Locale.ROOT, "%,d", lost),
                                String.format(Locale.ROOT, "%,d", sent),
                                String.format(Locale.ROOT, "%.1f", 100.0 * lost / sent)));
    }

    private static Phrase format(LatencyHistogram times) {
        return Phrase.of(
                "median {0}, 95th percentile {1}, 99th percentile {2}",
                quantileText(times, 0.5), quantileText(times, 0.95), quantileText(times, 0.99));
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
