package org.faasnetlab.testbed.aws.creation;

import java.util.Optional;
import org.faasnetlab.testbed.aws.creation.CreationException.Reason;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The sentences for a stack with which a set-up cannot go on. */
final class CreationFailures {

    private final String stackName;
    private final String region;

    CreationFailures(String stackName, String region) {
        this.stackName = stackName;
        this.region = region;
    }

    /**
     * @param failure the event that began it, if there is one
     */
    CreationException notCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new CreationException(
                Reason.NOT_CREATED,
                ResourceFailureFormatter.sentence(failure, stack.reason()),
                ResourceFailureFormatter.nextStep(failure, "Delete the testbed and create it again."));
    }

    /**
     * @param failure the event that began it, if there is one
     */
    CreationException functionsNotCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new CreationException(
                Reason.FUNCTIONS_NOT_CREATED,
                ResourceFailureFormatter.sentence(failure, stack.reason()),
                ResourceFailureFormatter.nextStep(failure, "Resume the creation to try again, or delete the testbed."));
    }

    CreationException leaseOver() {
        return new CreationException(
                Reason.LEASE_OVER,
                "The lease of testbed " + stackName + " has expired, and its servers have terminated.",
                "Delete the testbed and create it again.");
    }

    CreationException beingDeleted() {
        return new CreationException(
                Reason.BEING_DELETED,
                "Testbed " + stackName + " is being deleted.",
                "Complete the deletion, and create it again.");
    }

    CreationException notATestbed() {
        return new CreationException(
                Reason.NOT_A_TESTBED,
                "Stack " + stackName + " in " + region + " exists but is not a testbed of this program.",
                "Choose another name.");
    }

    CreationException otherSettings() {
        return new CreationException(
                Reason.OTHER_SETTINGS,
                "Testbed " + stackName + " in " + region + " already exists with different settings.",
                "Use that testbed, delete it, or choose another name.");
    }
}
