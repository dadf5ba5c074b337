package org.faasnetlab.plan.preset;

import org.faasnetlab.plan.ExperimentPlan;

/**
 * An experiment that is ready to run and a place to start from.
 *
 * @param title a few words for people
 * @param description one sentence that says what it shows
 */
public record Preset(String title, String description, ExperimentPlan plan) {

    /** The name that users type, for example {@code iperf3-single}. */
    public String name() {
        return plan.preset();
    }
}
