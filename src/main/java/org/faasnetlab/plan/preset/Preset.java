package org.faasnetlab.plan.preset;

import org.faasnetlab.plan.ExperimentPlan;

/**
 * A predefined experiment, ready to run or to be changed.
 *
 * @param description one sentence about what it shows
 */
public record Preset(String description, ExperimentPlan plan) {

    /** The name that users type, for example {@code iperf3-single}. */
    public String name() {
        return plan.preset();
    }

    /** A short title for users; runs of the preset have it too. */
    public String title() {
        return plan.title();
    }

    public Question question() {
        return Question.ofPreset(name());
    }
}
