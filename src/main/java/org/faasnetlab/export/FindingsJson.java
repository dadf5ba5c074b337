package org.faasnetlab.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.cost.JobCost;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.measure.Bandwidth;
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
        tree.put("functions", trial.functions().stream().map(FindingsJson::of).toList());
        return tree;
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
        tree.put("verdict", trial.verdict().sentence());
        tree.put("evidence", trial.evidence().stream().map(FindingsJson::of).toList());
        tree.put("functions_finished", summary.finished());
        tree.put("functions_failed", summary.failed());
        tree.put("all", bidirectional ? null : bandwidths(summary.each()));
        tree.put("cold", bandwidths(trial.cold()));
        tree.put("warm", bandwidths(trial.warm()));
        tree.put("aggregate_bit_per_s", bidirectional ? null : rate(summary.aggregate()));
        tree.put("common_window", window(summary.commonWindow()));
        StartSpread spread = summary.startSpread();
        tree.put(
                "start_spread_ms",
                spread == null ? null : decimal(spread.spread().toNanos() / 1e6, 3));
        tree.put("burst", trial.burst());
        tree.put("refill", trial.refill());
        return tree;
    }

    private static Map<String, @Nullable Object> of(EvidenceItem item) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("subject", item.subject());
        tree.put("state", item.state().name().toLowerCase(Locale.ROOT));
        tree.put("sentence", item.sentence());
        return tree;
    }

    private static Map<String, @Nullable Object> of(FunctionFindings findings) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("function", findings.function().functionIndex());
        tree.put("inside_common_window", decimal(findings.insideShare(), 4));
        tree.put("processors", decimal(findings.processors(), 4));
        tree.put("burst", burst(findings.burst()));
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> bandwidths(@Nullable FunctionBandwidths each) {
        if (each == null) {
            return null;
        }
        BandwidthRange interval = each.medianInterval();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("n", each.functions());
        tree.put("median_bit_per_s", rate(each.median()));
        tree.put("median_95_low_bit_per_s", interval == null ? null : rate(interval.low()));
        tree.put("median_95_high_bit_per_s", interval == null ? null : rate(interval.high()));
        tree.put("p5_bit_per_s", rate(each.p5()));
        tree.put("p95_bit_per_s", rate(each.p95()));
        tree.put("variation", decimal(each.variation(), 6));
        return tree;
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
        if (fit instanceof BurstFit.Fitted fitted) {
            tree.put("found", "burst");
            tree.put("burst_bytes", fitted.burst().bytes());
            tree.put("burst_uncertainty_bytes", fitted.burstUncertainty().bytes());
            tree.put("burst_bit_per_s", rate(fitted.burstRate()));
            tree.put("time_to_baseline_s", seconds(fitted.timeToBaseline()));
            tree.put("knee_resolved", fitted.kneeResolved());
            baseline(tree, fitted.baseline());
        } else if (fit instanceof BurstFit.NoBurst none) {
            tree.put("found", "no burst");
            baseline(tree, none.baseline());
        } else {
            tree.put("found", "too short to tell");
            tree.put("reason", ((BurstFit.TooShort) fit).reason());
        }
        return tree;
    }

    private static void baseline(Map<String, @Nullable Object> tree, Baseline baseline) {
        tree.put("baseline_bit_per_s", rate(baseline.rate()));
        tree.put("baseline_95_low_bit_per_s", rate(baseline.low()));
        tree.put("baseline_95_high_bit_per_s", rate(baseline.high()));
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
        tree.put("source", job.source());
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
