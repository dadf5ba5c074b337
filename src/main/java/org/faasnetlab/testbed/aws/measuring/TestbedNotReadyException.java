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
                "Testbed \"" + name + "\" does not exist in " + region + ".",
                "Create it, or choose the Region in which it exists.");
    }

    static TestbedNotReadyException of(String name, TestbedState state) {
        return switch (state) {
            case CREATING, ADDING_FUNCTIONS ->
                new TestbedNotReadyException("Testbed " + name + " is being created.", "Wait until it is ready.");
            case FUNCTIONS_MISSING ->
                new TestbedNotReadyException("Testbed " + name + " has no functions yet.", "Resume its creation.");
            case READY ->
                new TestbedNotReadyException(
                        "Testbed " + name + " was created by another version of this program.",
                        "Use that version, or delete the testbed and create it again.");
            case FAILED ->
                new TestbedNotReadyException(
                        "The creation of testbed " + name + " failed.", "Delete it and create it again.");
            case DELETING, DELETE_FAILED ->
                new TestbedNotReadyException(
                        "Testbed " + name + " is being deleted.", "Complete the deletion, and create it again.");
        };
    }

    static TestbedNotReadyException leaseOver(String name) {
        return new TestbedNotReadyException(
                "The lease of testbed " + name + " has expired, and its servers have terminated.",
                "Delete it and create it again.");
    }

    static TestbedNotReadyException noOutside(String name) {
        return new TestbedNotReadyException(
                "Testbed " + name + " has no function outside the VPC.",
                "Measure inside the VPC, or create a testbed with public servers.");
    }
}
