package org.faasnetlab.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.comparison.RunComparison.ComparedRun;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metric;

/**
 * What the functions of a trial, or of one direction of it, show of bursts and baselines. A trial shows what at least half
 * of its analyzed functions show: with fewer, the function in the middle does not. Of bursts only functions count whose
 * sandboxes are new: in others the burst is what was refilled.
 *
 * @param analyzed the functions that were analyzed for bursts; none if nothing was transferred
 */
record BurstValues(List<FunctionFindings> analyzed) {
    BurstValues {
        analyzed = List.copyOf(analyzed);
    }

    /** @param part a trial that is not in both directions, or one direction of it */
    static BurstValues of(TrialFindings part) {
        return new BurstValues(part.functions().stream()
                .filter(findings -> findings.burst() != null)
                .toList());
    }

    /** The functions that count for a metric. */
    private List<FunctionFindings> counted(Metric metric) {
        return metric.equals(BurstMetrics.BASELINE) ? analyzed : ofNewSandboxes();
    }

    /** The functions whose buckets were full as far as is known; none if most were not. */
    private List<FunctionFindings> ofNewSandboxes() {
        List<FunctionFindings> fresh =
                analyzed.stream().filter(findings -> !findings.sandboxUsed()).toList();
        return 2 * fresh.size() > analyzed.size() ? fresh : List.of();
    }

    /** Whether most sandboxes are new. */
    boolean isOfNewSandboxes() {
        return !ofNewSandboxes().isEmpty();
    }

    /** The fits of the functions that show a metric; none if less than half of those that count do. */
    List<BurstFit> fits(Metric metric) {
        List<FunctionFindings> counted = counted(metric);
        List<BurstFit> showing = counted.stream()
                .map(FunctionFindings::burst)
                .filter(Objects::nonNull)
                .filter(fit -> BurstMetrics.of(metric, fit) != null)
                .toList();
        return 2 * showing.size() < counted.size() ? List.of() : showing;
    }

    /** Whether most functions say nothing about bursts, because their transfers were too short. */
    boolean isTooShort() {
        return 2
                        * analyzed.stream()
                                .filter(findings -> findings.burst() instanceof BurstFit.TooShort)
                                .count()
                > analyzed.size();
    }

    /** Values in the unit of the metric. */
    double[] values(Metric metric) {
        return fits(metric).stream()
                .mapToDouble(fit ->
                        Objects.requireNonNull(BurstMetrics.of(metric, fit)).value())
                .toArray();
    }

    /**
     * The run with {@link BurstMetrics} as the metrics of its functions, so that runs can be compared by them as by what
     * functions report.
     */
    static ComparedRun compared(ComparedRun run, RunFindings findings) {
        Map<FunctionRow, MetricValues> values = new HashMap<>();
        for (TrialFindings trial : findings.trials()) {
            trial.byDirection().forEach(part -> BurstValues.of(part).addTo(values));
        }
        return run.withFunctions(run.functions().stream()
                .map(function -> function.withMetrics(values.getOrDefault(function, MetricValues.NONE)))
                .toList());
    }

    private void addTo(Map<FunctionRow, MetricValues> values) {
        for (Metric metric : BurstMetrics.ALL) {
            if (fits(metric).isEmpty()) {
                continue;
            }
            for (FunctionFindings findings : counted(metric)) {
                BurstMetrics.Estimate estimate = BurstMetrics.of(metric, Objects.requireNonNull(findings.burst()));
                if (estimate != null) {
                    values.merge(
                            findings.function(), MetricValues.of(metric.id(), estimate.value()), MetricValues::plus);
                }
            }
        }
    }
}
