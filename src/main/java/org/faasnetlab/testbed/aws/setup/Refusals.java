package org.faasnetlab.testbed.aws.setup;

import java.util.Optional;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.setup.SetupException.Reason;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The sentences for a stack with which a set-up cannot go on. */
final class Refusals {

    private final String stackName;
    private final String region;

    Refusals(String stackName, String region) {
        this.stackName = stackName;
        this.region = region;
    }

    /**
     * @param failure the event that began it, if there is one
     */
    SetupException notCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new SetupException(
                Reason.NOT_CREATED,
                FailureText.sentence(failure, stack.reason()),
                FailureText.nextStep(failure, "Tear the testbed down, then set it up again."));
    }

    /**
     * @param failure the event that began it, if there is one
     */
    SetupException functionsNotCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new SetupException(
                Reason.FUNCTIONS_NOT_CREATED,
                FailureText.sentence(failure, stack.reason()),
                FailureText.nextStep(failure, "Continue the set-up to try again, or tear the testbed down."));
    }

    SetupException leaseOver() {
        return new SetupException(
                Reason.LEASE_OVER,
                "The lease of the testbed " + stackName + " is over, and its servers have ended themselves.",
                "Tear the testbed down, then set it up again.");
    }

    SetupException beingDeleted() {
        return new SetupException(
                Reason.BEING_DELETED,
                "The testbed " + stackName + " is being taken away.",
                "Tear it down to the end, then set it up again.");
    }

    SetupException notATestbed() {
        return new SetupException(
                Reason.NOT_A_TESTBED,
                "There is a stack " + stackName + " in " + region + " that is not a testbed of this program.",
                "Choose another name.");
    }

    SetupException otherSettings() {
        return new SetupException(
                Reason.OTHER_SETTINGS,
                "There is a testbed " + stackName + " in " + region + " already, with other settings.",
                "Continue with that one, tear it down, or choose another name.");
    }
}
