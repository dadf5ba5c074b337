package org.faasnetlab.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faasnetlab.analysis.BurstStatistics;
import org.faasnetlab.analysis.RefillRates;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.latency.BufferbloatGrade;
import org.faasnetlab.analysis.latency.LatencySummary;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.CellSummary;
import org.faasnetlab.analysis.summary.ColdStarts;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** The findings of a trial as names and values. A name ends with its unit; shares are from 0 to 1. */
final class FindingsJson {
    private FindingsJson() {}

    static Map<String, @Nullable Object> of(TrialFindings trial) {
        Map<String, @Nullable Object> tree = conclusions(trial);
        tree.put("job", job(trial.job()));
        if (!trial.directions().isEmpty()) {
            tree.put(
                    "directions",
                    trial.directions().stream().map(FindingsJson::direction).toList());
        }
        tree.put(
                "functions",
                trial.functions().stream()
                        .map(findings -> of(findings, trial.summary().trial()))
                        .toList());
        return tree;
    }

    /** A cell over its valid trials; the intervals are over trials, or over the functions of a single one. */
    private static Map<String, @Nullable Object> of(CellSummary cell) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        CellStatistics each = cell.each();
        tree.put("cell", cell.label());
        tree.put("trials", each == null ? 0 : each.trials());
        tree.put("invalid_trials", cell.invalid());
        tree.put("n", each == null ? 0 : each.values());
        tree.put("interval_of", each == null ? null : each.isOfOneTrial() ? "functions" : "trials");
        rate(tree, "median", each == null ? null : (Double) each.median(), each == null ? null : each.medianInterval());
        rate(tree, "p5", each == null ? null : each.p5(), each == null ? null : each.p5Interval());
        rate(tree, "p95", each == null ? null : each.p95(), each == null ? null : each.p95Interval());
        tree.put("variation_in_trial", decimal(each == null ? null : each.variation(), 6));
        tree.put("sequence", each == null ? null : cell.sequence().name().toLowerCase(Locale.ROOT));
        tree.put("variation_between_trials", decimal(each == null ? null : each.betweenTrials(), 6));
        total(tree, "aggregate", cell.aggregate());
        total(tree, "steady_aggregate", cell.steadyAggregate());
        if (!cell.besideRate().isEmpty()) {
            Map<String, @Nullable Object> beside = new LinkedHashMap<>();
            cell.besideRate().forEach((metric, known) -> beside.put(metric.column(), metric.exported(known.median())));
            tree.put("beside_rate", beside);
        }
        return tree;
    }

    /**
     * The cells of a run, each with its bursts, if transfers were analyzed for them, and its refill, if it was measured.
     *
     * @param trials of the run, in their order
     * @param functions of the run
     * @param withInvalid whether invalid trials count
     */
    static List<Map<String, @Nullable Object>> cells(
            List<TrialFindings> trials, List<FunctionRow> functions, boolean withInvalid) {
        List<TrialFindings> counted = trials.stream()
                .filter(trial -> withInvalid || trial.summary().validity().isValid())
                .toList();
        List<BurstStatistics> bursts = BurstStatistics.of(trials, withInvalid);
        List<RefillRates> refills = RefillRates.of(counted);
        return CellSummary.of(trials.stream().map(TrialFindings::summary).toList(), functions, withInvalid).stream()
                .map(cell -> cell(cell, bursts, refills))
                .toList();
    }

    private static Map<String, @Nullable Object> cell(
            CellSummary cell, List<BurstStatistics> bursts, List<RefillRates> refills) {
        Map<String, @Nullable Object> tree = of(cell);
        bursts.stream()
                .filter(own -> own.cell().equals(cell.cell()))
                .findFirst()
                .ifPresent(own -> tree.put("burst", of(own)));
        refills.stream()
                .filter(own -> own.cell().equals(cell.cell()))
                .findFirst()
                .ifPresent(own -> tree.put("refill", of(own)));
        return tree;
    }

    private static Map<String, @Nullable Object> of(BurstStatistics cell) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("trials", cell.trials());
        tree.put("trials_too_short", cell.tooShort());
        tree.put("trials_with_new_sandboxes", cell.fresh());
        tree.put("trials_with_burst", cell.bursts());
        tree.put("trials_with_baseline", cell.baselines());
        tree.put("knee_resolved", cell.bursts() == 0 ? null : !cell.unresolved());
        estimate(tree, "burst", "bytes", BurstMetrics.BURST, cell, 0);
        estimate(tree, "burst", "bit_per_s", BurstMetrics.BURST_RATE, cell, 0);
        estimate(tree, "burst", "s", BurstMetrics.BURST_LENGTH, cell, 6);
        estimate(tree, "baseline", "bit_per_s", BurstMetrics.BASELINE, cell, 0);
        tree.put("burst_interval_of", intervalOf(cell, BurstMetrics.BURST));
        tree.put("baseline_interval_of", intervalOf(cell, BurstMetrics.BASELINE));
        return tree;
    }

    private static void estimate(
            Map<String, @Nullable Object> tree,
            String name,
            String unit,
            Metric metric,
            BurstStatistics cell,
            int decimals) {
        BurstStatistics.Estimate known = cell.estimates().get(metric);
        SampleStatistics.Range interval = known == null ? null : known.interval();
        double perUnit = metric.equals(BurstMetrics.BURST_LENGTH) ? 1e-6 : 1;
        tree.put(
                name + "_" + unit,
                known == null ? null : decimal(known.statistics().median() * perUnit, decimals));
        tree.put(name + "_95_low_" + unit, interval == null ? null : decimal(interval.low() * perUnit, decimals));
        tree.put(name + "_95_high_" + unit, interval == null ? null : decimal(interval.high() * perUnit, decimals));
    }

    private static @Nullable String intervalOf(BurstStatistics cell, Metric metric) {
        BurstStatistics.Estimate known = cell.estimates().get(metric);
        return known == null ? null : known.intervalOf().id();
    }

    private static Map<String, @Nullable Object> of(RefillRates cell) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("pauses", cell.rate().trials());
        tree.put("n", cell.rate().values());
        tree.put("lower_limit", cell.lowerLimit());
        total(tree, "refill", cell.rate());
        return tree;
    }

    /** Functions of a cell with a new and with a used sandbox, over its valid trials. */
    static Map<String, @Nullable Object> of(ColdStarts starts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("cell", starts.label());
        tree.put("cold", kind(starts.cold()));
        tree.put("warm", kind(starts.warm()));
        return tree;
    }

    private static Map<String, @Nullable Object> kind(ColdStarts.Kind kind) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("trials", kind.bandwidth().trials());
        tree.put("n", kind.bandwidth().values());
        total(tree, "median", kind.bandwidth());
        CellStatistics ready = kind.ready();
        SampleStatistics.Range interval = ready == null ? null : ready.medianInterval();
        tree.put("ready_ms", ready == null ? null : decimal(ready.median() / 1000, 3));
        tree.put("ready_95_low_ms", interval == null ? null : decimal(interval.low() / 1000, 3));
        tree.put("ready_95_high_ms", interval == null ? null : decimal(interval.high() / 1000, 3));
        return tree;
    }

    private static void total(Map<String, @Nullable Object> tree, String name, @Nullable CellStatistics total) {
        rate(tree, name, total == null ? null : (Double) total.median(), total == null ? null : total.medianInterval());
    }

    private static void rate(
            Map<String, @Nullable Object> tree,
            String name,
            @Nullable Double value,
            SampleStatistics.@Nullable Range range) {
        percentile(tree, name, value == null ? null : new Bandwidth(value), BandwidthRange.of(range));
    }

    private static Map<String, @Nullable Object> direction(TrialFindings findings) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("direction", findings.summary().trial().direction().id());
        tree.putAll(conclusions(findings));
        return tree;
    }

    /** Of a trial in both directions, without what would mix the directions. */
    private static Map<String, @Nullable Object> conclusions(TrialFindings trial) {
        TrialSummary summary = trial.summary();
        boolean bidirectional = !trial.directions().isEmpty();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("verdict", trial.verdict().sentence().toString());
        tree.put("evidence", trial.evidence().stream().map(FindingsJson::of).toList());
        tree.put("valid", summary.validity().isValid());
        tree.put("invalid_reasons", reasons(summary.validity()));
        tree.put("functions_finished", summary.finished());
        tree.put("functions_failed", summary.failed());
        rateMetric(tree, summary.trial());
        tree.put("all", bidirectional ? null : bandwidths(summary.each()));
        tree.put("cold", bandwidths(trial.cold()));
        tree.put("warm", bandwidths(trial.warm()));
        tree.put("aggregate_bit_per_s", bidirectional ? null : rate(summary.total()));
        interval(tree, "aggregate", bidirectional ? null : summary.totalInterval());
        tree.put("common_window", window(summary.commonWindow()));
        tree.put("steady_aggregate_bit_per_s", bidirectional ? null : rate(summary.steadyAggregate()));
        interval(tree, "steady_aggregate", bidirectional ? null : summary.steadyInterval());
        tree.put("steady_window", window(summary.steadyWindow()));
        StartSpread spread = summary.startSpread();
        tree.put(
                "start_spread_ms",
                spread == null ? null : decimal(spread.spread().toNanos() / 1e6, 3));
        tree.put("burst", trial.burst().toString());
        Phrase refill = trial.refillSentence();
        tree.put("refill", refill == null ? null : refill.toString());
        if (trial.ofWorkload() != null) {
            tree.put("finding", trial.ofWorkload().toString());
        }
        LatencySummary latency = trial.latency();
        if (latency != null) {
            tree.put("latency", latency(latency));
        }
        return tree;
    }

    /** Names the rate of functions if it is not bandwidth. */
    private static void rateMetric(Map<String, @Nullable Object> tree, TrialRow trial) {
        Metric rate = trial.workload().type().rateMetric();
        if (!rate.equals(Metrics.BANDWIDTH)) {
            tree.put("rate_metric", rate.id());
        }
    }

    private static Map<String, @Nullable Object> latency(LatencySummary latency) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        BufferbloatGrade grade = latency.grade();
        tree.put("sentence", latency.sentence().toString());
        tree.put("probes_sent", latency.sent());
        tree.put("probes_lost", latency.lost());
        tree.put("probes_late", latency.late());
        tree.put("idle", times(latency.times().idle()));
        tree.put("loaded", times(latency.times().loaded()));
        tree.put("after", times(latency.times().after()));
        tree.put("inflation_ms", decimal(latency.inflationMillis(), 3));
        tree.put("grade", grade == null ? null : grade.label());
        tree.put("round_trips_per_minute", decimal(latency.roundTripsPerMinute(), 1));
        tree.put("buffer_delay", decimal(latency.bufferDelay(), 4));
        tree.put("tcp_efficiency", decimal(latency.tcpEfficiency(), 6));
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> times(LatencyHistogram times) {
        if (times.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("n", times.count());
        for (int percent : List.of(50, 95, 99)) {
            Double nanos = times.quantile(percent / 100.0);
            tree.put("rtt_p" + percent + "_ms", nanos == null ? null : decimal(nanos / 1e6, 3));
        }
        tree.put("histogram", times.toText());
        return tree;
    }

    private static Map<String, @Nullable Object> of(EvidenceItem item) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("subject", item.label().toString());
        tree.put("state", item.state().name().toLowerCase(Locale.ROOT));
        tree.put("sentence", item.sentence().toString());
        return tree;
    }

    private static Map<String, @Nullable Object> of(FunctionFindings findings, TrialRow trial) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("function", findings.function().functionIndex());
        tree.put("inside_common_window", decimal(findings.insideShare(), 4));
        tree.put("processors", decimal(findings.processors(), 4));
        Validity validity = Validity.of(findings.function(), trial);
        tree.put("valid", validity.isValid());
        tree.put("invalid_reasons", reasons(validity));
        tree.put("burst", burst(findings.burst()));
        return tree;
    }

    private static List<String> reasons(Validity validity) {
        return validity.reasons().stream().map(InvalidReason::id).toList();
    }

    private static @Nullable Map<String, @Nullable Object> bandwidths(@Nullable FunctionBandwidths each) {
        if (each == null) {
            return null;
        }
        BandwidthRange interval = each.medianInterval();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("n", each.functions());
        tree.put("median_bit_per_s", rate(each.median()));
        interval(tree, "median", interval);
        percentile(tree, "p5", each.p5(), each.p5Interval());
        percentile(tree, "p95", each.p95(), each.p95Interval());
        tree.put("variation", decimal(each.variation(), 6));
        return tree;
    }

    /** Null where the functions are too few. */
    private static void percentile(
            Map<String, @Nullable Object> tree,
            String name,
            @Nullable Bandwidth value,
            @Nullable BandwidthRange interval) {
        tree.put(name + "_bit_per_s", rate(value));
        interval(tree, name, interval);
    }

    private static void interval(Map<String, @Nullable Object> tree, String name, @Nullable BandwidthRange interval) {
        tree.put(name + "_95_low_bit_per_s", interval == null ? null : rate(interval.low()));
        tree.put(name + "_95_high_bit_per_s", interval == null ? null : rate(interval.high()));
    }

    private static @Nullable Map<String, @Nullable Object> window(@Nullable CommonWindow window) {
        if (window == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("start_s", BigDecimal.valueOf(window.startMicros(), 6));
        tree.put("end_s", BigDecimal.valueOf(window.endMicros(), 6));
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> burst(@Nullable BurstFit fit) {
        if (fit == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        return fit.accept(new BurstFit.Handler<>() {
            @Override
            public Map<String, @Nullable Object> on(BurstFit.Fitted fit) {
                tree.put("found", "burst");
                burst(tree, fit);
                tree.put("time_to_baseline_s", seconds(fit.timeToBaseline()));
                tree.put("knee_resolved", fit.kneeResolved());
                baseline(tree, fit.baseline());
                uncertainty(tree, fit);
                return tree;
            }

            @Override
            public Map<String, @Nullable Object> on(BurstFit.TwoLevels fit) {
                tree.put("found", "burst and second level");
                burst(tree, fit.first());
                tree.put("time_to_second_level_s", seconds(fit.first().timeToBaseline()));
                tree.put("knee_resolved", fit.first().kneeResolved());
                interval(tree, "second_level", fit.first().baseline());
                tree.put("time_to_baseline_s", seconds(fit.timeToBaseline()));
                baseline(tree, fit.baseline());
                uncertainty(tree, fit.first());
                return tree;
            }

            @Override
            public Map<String, @Nullable Object> on(BurstFit.NoBurst fit) {
                tree.put("found", "no burst");
                baseline(tree, fit.baseline());
                tree.put("largest_hidden_burst_bytes", fit.largestHidden().bytes());
                return tree;
            }

            @Override
            public Map<String, @Nullable Object> on(BurstFit.RateChanged fit) {
                tree.put("found", "rate changed");
                tree.put("change", fit.change().name().toLowerCase(Locale.ROOT));
                tree.put(
                        "levels", fit.stretches().stream().map(FindingsJson::of).toList());
                interval(tree, "mean", fit.mean());
                return tree;
            }

            @Override
            public Map<String, @Nullable Object> on(BurstFit.TooShort fit) {
                tree.put("found", "too short to tell");
                tree.put("reason", fit.reason().toString());
                return tree;
            }
        });
    }

    private static void burst(Map<String, @Nullable Object> tree, BurstFit.Fitted fit) {
        tree.put("burst_bytes", fit.burst().bytes());
        tree.put("burst_uncertainty_bytes", fit.burstUncertainty().bytes());
        tree.put("burst_bit_per_s", rate(fit.burstRate()));
    }

    /** Intervals that are unknown are null. */
    private static void uncertainty(Map<String, @Nullable Object> tree, BurstFit.Fitted fit) {
        BurstFit.Intervals intervals = fit.intervals();
        BandwidthRange burstRate = intervals.burstRate();
        tree.put("slower_link_possible", !fit.bucketShaped());
        tree.put("burst_95_low_bytes", intervals.burstLow().bytes());
        tree.put("burst_95_high_bytes", intervals.burstHigh().bytes());
        tree.put("burst_95_low_bit_per_s", burstRate == null ? null : rate(burstRate.low()));
        tree.put("burst_95_high_bit_per_s", burstRate == null ? null : rate(burstRate.high()));
        tree.put("burst_95_low_s", seconds(intervals.timeLow()));
        tree.put("burst_95_high_s", seconds(intervals.timeHigh()));
        tree.put("bootstrap_resamples", intervals.resamples());
        tree.put("bootstrap_seed", intervals.seed());
    }

    private static Map<String, @Nullable Object> of(BurstFit.Stretch stretch) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from_s", seconds(stretch.from()));
        tree.put("to_s", seconds(stretch.to()));
        tree.put("bit_per_s", rate(stretch.rate()));
        BandwidthRange interval = stretch.interval();
        tree.put("rate_95_low_bit_per_s", interval == null ? null : rate(interval.low()));
        tree.put("rate_95_high_bit_per_s", interval == null ? null : rate(interval.high()));
        return tree;
    }

    private static void baseline(Map<String, @Nullable Object> tree, Baseline baseline) {
        interval(tree, "baseline", baseline);
    }

    private static void interval(Map<String, @Nullable Object> tree, String name, Baseline rate) {
        tree.put(name + "_bit_per_s", rate(rate.rate()));
        tree.put(name + "_95_low_bit_per_s", rate(rate.low()));
        tree.put(name + "_95_high_bit_per_s", rate(rate.high()));
    }

    private static @Nullable Map<String, @Nullable Object> job(@Nullable JobCost job) {
        if (job == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("response_s", seconds(job.times().response()));
        tree.put("function_time_s", seconds(job.times().aggregated()));
        tree.put("gb_seconds", decimal(job.gbSeconds(), 6));
        tree.put("usd", decimal(job.usd(), 9));
        tree.put("as_it_would_cost_on_aws", job.hypothetical());
        tree.put("source", job.source().toString());
        return tree;
    }

    private static @Nullable Long rate(@Nullable Bandwidth bandwidth) {
        return bandwidth == null ? null : (Long) Math.round(bandwidth.bitsPerSecond());
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos() / 1000, 6);
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value, int decimals) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
