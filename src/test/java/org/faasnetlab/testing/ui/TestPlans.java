package org.faasnetlab.testing.ui;

import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Factors;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadKind;
import org.faasnetlab.workload.s3.ObjectShare;

/** Presets for tests. */
public final class TestPlans {
    private TestPlans() {}

    public static ExperimentPlan plan(String preset, WorkloadKind transfer, List<Integer> functions) {
        return new ExperimentPlan(
                preset,
                preset,
                transfer,
                new Factors(
                        List.of(1769),
                        functions,
                        List.of(Direction.DOWNLOAD),
                        List.of(1),
                        List.of(DataSize.ofMebibytes(64)),
                        List.of(1)),
                10,
                0,
                100,
                null,
                DataSize.ofMebibytes(8),
                ObjectShare.EACH,
                NetworkSettings.REAL,
                Repetition.ONCE);
    }

    public static List<PresetGroup> groups() {
        List<Preset> presets = presets();
        return List.of(
                new PresetGroup("One measurement", presets.subList(0, 3)),
                new PresetGroup("What is behind it", presets.subList(3, presets.size())));
    }

    public static List<Preset> presets() {
        ExperimentPlan burst = plan("burst-baseline", WorkloadKind.IPERF3, List.of(1))
                .withNetwork(new NetworkSettings(LinkProfile.LAMBDA, 1, null));
        return List.of(
                new Preset(
                        "One function, iperf3",
                        "The bandwidth that a single function gets.",
                        plan("iperf3-single", WorkloadKind.IPERF3, List.of(1))),
                new Preset(
                        "Many functions at once, iperf3",
                        "How functions share what there is: 1 to 16 start at the same moment.",
                        plan("iperf3-concurrent", WorkloadKind.IPERF3, List.of(1, 2, 4, 8, 16))),
                new Preset(
                        "S3 download",
                        "How fast functions fetch an object.",
                        plan("s3-download", WorkloadKind.S3, List.of(1, 4))),
                new Preset(
                        "Burst and baseline",
                        "A link like that of AWS Lambda: a burst first, then the baseline.",
                        burst));
    }
}
