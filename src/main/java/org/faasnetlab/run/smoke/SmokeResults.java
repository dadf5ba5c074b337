package org.faasnetlab.run.smoke;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;

/** What the stored runs of a smoke test say, as texts for its report. */
final class SmokeResults {
    /** A function begins faster than it continues: only the last seconds count. */
    private static final Duration BURST =
            Duration.ofSeconds(SmokeMeasurement.OUTSIDE_SECONDS).minusSeconds(3);

    private final RunReader store;

    SmokeResults(RunReader store) {
        this.store = store;
    }

    /** The median of latency probes and their loss; empty if none was answered. */
    Optional<String> probes(RunRow run) throws LabException {
        MetricValues metrics = store.functions(run.id()).stream()
                .map(FunctionRow::metrics)
                .findFirst()
                .orElse(MetricValues.NONE);
        Double median = metrics.get(ProbeMetrics.IDLE_P50.id());
        Double loss = metrics.get(ProbeMetrics.LOSS.id());
        return median == null || loss == null
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "median %.2f ms, %.1f %% not answered", median / 1000, loss * 100));
    }

    /** The median of TCP's round-trip time; empty if iperf3 did not report it. */
    Optional<String> roundTrip(RunRow run) throws LabException {
        double[] micros = store.intervals(run.id(), 0).stream()
                .map(interval -> interval.interval().metrics().get(TcpMetrics.RTT.id()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return micros.length == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.2f ms", Quantiles.of(micros, 0.5) / 1000));
    }

    /** The bandwidth of each memory size after its burst; empty if no trial lasted that long. */
    Optional<String> bandwidthsByMemory(RunRow run) throws LabException {
        List<String> sizes = new ArrayList<>();
        List<TrialRow> trials = new ArrayList<>(store.trials(run.id()));
        trials.sort(Comparator.comparingInt(TrialRow::memoryMb));
        for (TrialRow trial : trials) {
            List<Interval> late = store.intervals(run.id(), trial.index()).stream()
                    .map(StoredInterval::interval)
                    .filter(interval -> interval.offsetMicros() >= BURST.toMillis() * 1000)
                    .toList();
            long micros = late.stream().mapToLong(Interval::durationMicros).sum();
            long bytes = late.stream().mapToLong(Interval::bytes).sum();
            if (micros > 0) {
                sizes.add(String.format(
                        Locale.ROOT, "%,d MB: %s", trial.memoryMb(), new Bandwidth(bytes * 8e6 / micros)));
            }
        }
        return sizes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sizes));
    }

    /** Why functions or trials failed; empty if unknown. */
    String failure(RunRow run) throws LabException {
        return Stream.concat(
                        Stream.ofNullable(run.message()),
                        store.functions(run.id()).stream().map(FunctionRow::failureMessage))
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .orElse("");
    }
}
