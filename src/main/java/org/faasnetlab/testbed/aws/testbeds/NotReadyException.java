package org.faasnetlab.testbed.aws.testbeds;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.TestbedState;

/** A testbed cannot be measured on. */
public final class NotReadyException extends LabException {
    private static final long serialVersionUID = 1L;

    private NotReadyException(String sentence, String nextStep) {
        super(sentence, nextStep);
    }

    static NotReadyException missing(String name, String region) {
        return new NotReadyException(
                "There is no testbed '" + name + "' in " + region + ".",
                "Set a testbed up, or choose the Region where it is.");
    }

    static NotReadyException of(String name, TestbedState state) {
        return switch (state) {
            case CREATING, ADDING_FUNCTIONS ->
                new NotReadyException("The testbed " + name + " is still being made.", "Wait until it is ready.");
            case FUNCTIONS_MISSING ->
                new NotReadyException("The testbed " + name + " has no functions yet.", "Continue its set-up.");
            case READY ->
                new NotReadyException(
                        "The testbed " + name + " was made by another version of this program.",
                        "Measure with that version, or tear the testbed down and set it up again.");
            case FAILED ->
                new NotReadyException("The testbed " + name + " could not be made.", "Tear it down, then set it up.");
            case DELETING, DELETE_FAILED ->
                new NotReadyException(
                        "The testbed " + name + " is being taken away.", "Tear it down to the end, then set it up.");
        };
    }

    static NotReadyException leaseOver(String name) {
        return new NotReadyException(
                "The lease of the testbed " + name + " is over, and its servers have ended themselves.",
                "Tear it down, then set it up again.");
    }

    static NotReadyException noOutside(String name) {
        return new NotReadyException(
                "The testbed " + name + " has no function outside the VPC.",
                "Measure inside the VPC, or set up a testbed with servers that have public addresses.");
    }
}
