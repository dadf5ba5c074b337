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
                ResourceFailureFormatter.nextStep(failure, "Tear the testbed down, then set it up again."));
    }

    /**
     * @param failure the event that began it, if there is one
     */
    CreationException functionsNotCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new CreationException(
                Reason.FUNCTIONS_NOT_CREATED,
                ResourceFailureFormatter.sentence(failure, stack.reason()),
                ResourceFailureFormatter.nextStep(
                        failure, "Continue the set-up to try again, or tear the testbed down."));
    }

    CreationException leaseOver() {
        return new CreationException(
                Reason.LEASE_OVER,
                "The lease of the testbed " + stackName + " is over, and its servers have ended themselves.",
                "Tear the testbed down, then set it up again.");
    }

    CreationException beingDeleted() {
        return new CreationException(
                Reason.BEING_DELETED,
                "The testbed " + stackName + " is being taken away.",
                "Tear it down to the end, then set it up again.");
    }

    CreationException notATestbed() {
        return new CreationException(
                Reason.NOT_A_TESTBED,
                "There is a stack " + stackName + " in " + region + " that is not a testbed of this program.",
                "Choose another name.");
    }

    CreationException otherSettings() {
        return new CreationException(
                Reason.OTHER_SETTINGS,
                "There is a testbed " + stackName + " in " + region + " already, with other settings.",
                "Continue with that one, tear it down, or choose another name.");
    }
}
