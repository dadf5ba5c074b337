package org.faasnetlab.plan.preset;

import org.faasnetlab.plan.ExperimentPlan;

/**
 * A predefined experiment, ready to run or to be changed.
 *
 * @param title a short title for users
 * @param description one sentence about what it shows
 */
public record Preset(String title, String description, ExperimentPlan plan) {

    /** The name that users type, for example {@code iperf3-single}. */
    public String name() {
        return plan.preset();
    }

    public Question question() {
        return Question.ofPreset(name());
    }
}
