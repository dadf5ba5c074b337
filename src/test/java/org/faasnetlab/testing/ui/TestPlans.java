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
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.iperf3.Iperf3Settings;
import org.faasnetlab.workload.s3.S3Settings;

/** Presets for tests. */
public final class TestPlans {
    private static final S3Settings OBJECT = new S3Settings(
            List.of(DataSize.ofMebibytes(64)), List.of(1), DataSize.ofMebibytes(8), S3Settings.ObjectShare.EACH);

    private TestPlans() {}

    public static ExperimentPlan plan(String preset, WorkloadSettings workload, List<Integer> functions) {
        return new ExperimentPlan(
                preset,
                preset,
                workload,
                new Factors(List.of(1769), functions, List.of(Direction.DOWNLOAD)),
                100,
                NetworkSettings.REAL,
                Repetition.ONCE);
    }

    public static List<PresetGroup> groups() {
        List<Preset> presets = presets();
        return List.of(
                new PresetGroup("One measurement", presets.subList(0, 3)),
                new PresetGroup("Cold starts, bursts, and directions", presets.subList(3, presets.size())));
    }

    public static List<Preset> presets() {
        ExperimentPlan burst = plan("burst-baseline", Iperf3Settings.USUAL, List.of(1))
                .withNetwork(new NetworkSettings(LinkProfile.LAMBDA, 1, null));
        return List.of(
                new Preset(
                        "The bandwidth that a single function gets.",
                        plan("iperf3-single", Iperf3Settings.USUAL, List.of(1)).withTitle("One function, iperf3")),
                new Preset(
                        "How functions share what there is: 1 to 16 start at the same moment.",
                        plan("iperf3-concurrent", Iperf3Settings.USUAL, List.of(1, 2, 4, 8, 16))
                                .withTitle("Many concurrent functions, iperf3")),
                new Preset(
                        "How fast functions fetch an object.",
                        plan("s3-download", OBJECT, List.of(1, 4)).withTitle("S3 download")),
                new Preset(
                        "A link like that of AWS Lambda: a burst first, then the baseline.",
                        burst.withTitle("Burst and baseline")));
    }
}
