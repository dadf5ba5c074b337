package org.faasnetlab.testbed.aws.setup;

/** How far a {@link SetupStep} is. */
public enum StepState {
    UNDER_WAY,
    DONE,
    FAILED
}
