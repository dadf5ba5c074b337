package org.faasnetlab.workload.latency;

import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.DurationSetting;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;

/**
 * The settings of latency measurements without a transfer.
 *
 * @param seconds length of the measurement, 1 to 900
 * @param probeMs time between two probes in milliseconds
 */
public record LatencySettings(int seconds, int probeMs) implements WorkloadSettings {
    static final String USUAL_PROBE = "20ms";

    /** 10 seconds with a probe every 20 ms. */
    public static final LatencySettings USUAL = new LatencySettings(10, 20);

    static final List<WorkloadSetting> ALL = List.of(
            WorkloadSetting.of(
                    LatencySettings.class,
                    DurationSetting.description(),
                    settings -> String.valueOf(settings.seconds),
                    (settings, text) -> new LatencySettings(DurationSetting.parse(text), settings.probeMs)),
            WorkloadSetting.of(
                    LatencySettings.class,
                    ProbeSetting.description(),
                    settings -> ProbeSetting.format(settings.probeMs),
                    (settings, text) -> new LatencySettings(settings.seconds, ProbeSetting.millis(text))));

    @Override
    public LatencyType type() {
        return LatencyType.LATENCY;
    }

    @Override
    public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
        return List.of(new LatencyWorkload(direction, seconds, intervalMs, probeMs));
    }

    @Override
    public long combinations() {
        return 1;
    }
}
