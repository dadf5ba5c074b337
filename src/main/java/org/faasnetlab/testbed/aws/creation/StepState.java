package org.faasnetlab.testbed.aws.creation;

/** How far a {@link CreationStep} is. */
public enum StepState {
    UNDER_WAY,
    DONE,
    FAILED
}
