package org.faasnetlab.plan.preset;

import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Factors;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.SettingOverrides;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadSettings;

/** What all presets start from: one function, one download, once. */
final class PlanTemplates {
    /** The memory size at which a Lambda function has one whole processor. */
    private static final int ONE_PROCESSOR_MB = 1769;

    /** What a Lambda function has after its burst. */
    static final LinkProfile BASELINE = LinkProfile.parse("625Mbit");

    private PlanTemplates() {}

    static ExperimentPlan of(WorkloadSettings workload, String name, String title, NetworkSettings network) {
        Factors factors = new Factors(List.of(ONE_PROCESSOR_MB), List.of(1), List.of(Direction.DOWNLOAD));
        return new ExperimentPlan(name, title, workload, factors, 100, network, Repetition.ONCE);
    }

    /** A plan of a preset, changed by settings as users write them. */
    static ExperimentPlan of(
            WorkloadSettings workload, String name, String title, NetworkSettings network, String... settings) {
        try {
            return SettingOverrides.apply(of(workload, name, title, network), List.of(settings));
        } catch (SettingException impossible) {
            throw new IllegalStateException("preset " + name + " is invalid", impossible);
        }
    }

    /** One host, nothing shared. */
    static NetworkSettings alone(LinkProfile link) {
        return new NetworkSettings(link, 1, null);
    }
}
