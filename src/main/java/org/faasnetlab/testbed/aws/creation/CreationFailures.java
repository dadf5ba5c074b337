package org.faasnetlab.testbed.aws.creation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.testbed.aws.creation.CreationException.Reason;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Explains why a creation cannot continue with the stack that exists, and what the user can do. */
final class CreationFailures {

    /** CloudFormation's reason for a wait condition that a server signalled as failed. */
    private static final Pattern SIGNAL = Pattern.compile("failed message: '(.*)' for uniqueId: (\\S+)");

    private final String stackName;
    private final String region;

    CreationFailures(String stackName, String region) {
        this.stackName = stackName;
        this.region = region;
    }

    /** @param failure the first event that failed, if known */
    CreationException notCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new CreationException(
                Reason.NOT_CREATED,
                sentence(failure, stack.reason()),
                nextStep(failure, "Tear the testbed down, then set it up again."));
    }

    /** @param failure the first event that failed, if known */
    CreationException functionsNotCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new CreationException(
                Reason.FUNCTIONS_NOT_CREATED,
                sentence(failure, stack.reason()),
                nextStep(failure, "Continue the set-up to try again, or tear the testbed down."));
    }

    CreationException leaseExpired() {
        return new CreationException(
                Reason.LEASE_EXPIRED,
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

    CreationException settingsDiffer() {
        return new CreationException(
                Reason.SETTINGS_DIFFER,
                "There is a testbed " + stackName + " in " + region + " already, with other settings.",
                "Continue with that one, tear it down, or choose another name.");
    }

    /** @param stackReason the stack's own reason, used if no event is known */
    private static String sentence(Optional<StackEvent> failure, String stackReason) {
        if (failure.isEmpty()) {
            return stackReason.isEmpty() ? "AWS could not make the testbed." : sentence(stackReason);
        }
        StackEvent event = failure.get();
        String reason = event.resourceStatusReason() == null ? "" : event.resourceStatusReason();
        Matcher signal = SIGNAL.matcher(reason);
        if (signal.find()) {
            return "Server " + signal.group(2) + " reports: " + sentence(signal.group(1));
        }
        if (reason.contains("WaitCondition timed out")) {
            return "The servers did not say within 15 minutes that they are ready.";
        }
        return "AWS could not make " + event.logicalResourceId() + (reason.isEmpty() ? "." : ": " + sentence(reason));
    }

    private static String nextStep(Optional<StackEvent> failure, String otherwise) {
        String reason = failure.map(StackEvent::resourceStatusReason).orElse("");
        if (reason.contains("WaitCondition timed out")) {
            return "Check that the subnet reaches S3; a new VPC or subnet has a way there. " + otherwise;
        }
        if (reason.contains("VcpuLimitExceeded") || reason.contains("vCPU capacity")) {
            return "Choose smaller or fewer servers, or ask AWS for a higher quota of vCPUs. " + otherwise;
        }
        if (reason.contains("InsufficientInstanceCapacity") || reason.contains("do not have sufficient")) {
            return "Choose another zone or server type. " + otherwise;
        }
        if (reason.contains("not supported in your requested Availability Zone")) {
            return "Choose a zone that has this server type. " + otherwise;
        }
        if (reason.contains("not authorized to perform")) {
            return "Ask the account's administrator for the policy that 'faasnetlab aws plan' prints. " + otherwise;
        }
        return otherwise;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
