package org.faasnetlab.plan.preset;

import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Factors;
import org.faasnetlab.plan.Repetition;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.Settings;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.Workloads;

/** The base of all presets: one function, one download, once. */
final class PlanTemplates {
    /** Memory size at which a Lambda function has one full processor. */
    private static final int ONE_PROCESSOR_MB = 1769;

    /** The bandwidth of a Lambda function after its burst. */
    static final LinkProfile BASELINE = LinkProfile.parse("625Mbit");

    private PlanTemplates() {}

    static ExperimentPlan of(WorkloadSettings workload, String name, String title, NetworkSettings network) {
        Factors factors = new Factors(List.of(ONE_PROCESSOR_MB), List.of(1), List.of(Direction.DOWNLOAD));
        return new ExperimentPlan(name, title, workload, factors, 100, network, Repetition.ONCE);
    }

    /** The plan of a preset, with changed settings in the form in which users enter them. */
    static ExperimentPlan of(
            WorkloadSettings workload, String name, String title, NetworkSettings network, String... settings) {
        try {
            return new Settings(new Workloads(List.of(workload.type())))
                    .apply(of(workload, name, title, network), List.of(settings));
        } catch (SettingException e) {
            throw new IllegalStateException("preset " + name + " is invalid", e);
        }
    }

    /** One host, without a shared link. */
    static NetworkSettings singleHost(LinkProfile link) {
        return new NetworkSettings(link, 1, null);
    }
}
