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
                nextStep(failure, "Delete the testbed and create it again."));
    }

    /** @param failure the first event that failed, if known */
    CreationException functionsNotCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new CreationException(
                Reason.FUNCTIONS_NOT_CREATED,
                sentence(failure, stack.reason()),
                nextStep(failure, "Resume the creation to try again, or delete the testbed."));
    }

    CreationException leaseExpired() {
        return new CreationException(
                Reason.LEASE_EXPIRED,
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

    CreationException settingsDiffer() {
        return new CreationException(
                Reason.SETTINGS_DIFFER,
                "Testbed " + stackName + " in " + region + " already exists with different settings.",
                "Use that testbed, delete it, or choose another name.");
    }

    /** @param stackReason the stack's own reason, used if no event is known */
    private static String sentence(Optional<StackEvent> failure, String stackReason) {
        if (failure.isEmpty()) {
            return stackReason.isEmpty() ? "AWS could not create the testbed." : sentence(stackReason);
        }
        StackEvent event = failure.get();
        String reason = event.resourceStatusReason() == null ? "" : event.resourceStatusReason();
        Matcher signal = SIGNAL.matcher(reason);
        if (signal.find()) {
            return "Server " + signal.group(2) + " reports: " + sentence(signal.group(1));
        }
        if (reason.contains("WaitCondition timed out")) {
            return "The servers did not report ready within 15 minutes.";
        }
        return "AWS could not create " + event.logicalResourceId() + (reason.isEmpty() ? "." : ": " + sentence(reason));
    }

    private static String nextStep(Optional<StackEvent> failure, String otherwise) {
        String reason = failure.map(StackEvent::resourceStatusReason).orElse("");
        if (reason.contains("WaitCondition timed out")) {
            return "Check that the subnet has a route to S3; a new VPC or subnet has one. " + otherwise;
        }
        if (reason.contains("VcpuLimitExceeded") || reason.contains("vCPU capacity")) {
            return "Choose smaller or fewer servers, or request a higher vCPU quota. " + otherwise;
        }
        if (reason.contains("InsufficientInstanceCapacity") || reason.contains("do not have sufficient")) {
            return "Choose another zone or instance type. " + otherwise;
        }
        if (reason.contains("not supported in your requested Availability Zone")) {
            return "Choose a zone that offers this instance type. " + otherwise;
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
