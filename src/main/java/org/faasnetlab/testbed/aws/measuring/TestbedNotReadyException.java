package org.faasnetlab.testbed.aws.measuring;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.stack.TestbedState;

/** A testbed is not ready for measurements. */
public final class TestbedNotReadyException extends LabException {
    private static final long serialVersionUID = 1L;

    private TestbedNotReadyException(String sentence, String nextStep) {
        super(Kind.FAILED, sentence, nextStep);
    }

    static TestbedNotReadyException missing(String name, String region) {
        return new TestbedNotReadyException(
                "There is no testbed '" + name + "' in " + region + ".",
                "Set a testbed up, or choose the Region where it is.");
    }

    static TestbedNotReadyException of(String name, TestbedState state) {
        return switch (state) {
            case CREATING, ADDING_FUNCTIONS ->
                new TestbedNotReadyException(
                        "The testbed " + name + " is still being made.", "Wait until it is ready.");
            case FUNCTIONS_MISSING ->
                new TestbedNotReadyException("The testbed " + name + " has no functions yet.", "Continue its set-up.");
            case READY ->
                new TestbedNotReadyException(
                        "The testbed " + name + " was made by another version of this program.",
                        "Measure with that version, or tear the testbed down and set it up again.");
            case FAILED ->
                new TestbedNotReadyException(
                        "The testbed " + name + " could not be made.", "Tear it down, then set it up.");
            case DELETING, DELETE_FAILED ->
                new TestbedNotReadyException(
                        "The testbed " + name + " is being taken away.", "Tear it down to the end, then set it up.");
        };
    }

    static TestbedNotReadyException leaseOver(String name) {
        return new TestbedNotReadyException(
                "The lease of the testbed " + name + " is over, and its servers have ended themselves.",
                "Tear it down, then set it up again.");
    }

    static TestbedNotReadyException noOutside(String name) {
        return new TestbedNotReadyException(
                "The testbed " + name + " has no function outside the VPC.",
                "Measure inside the VPC, or set up a testbed with servers that have public addresses.");
    }
}
