package org.faasnetlab.testbed.aws.creation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What a resource that could not be made means for the user. */
final class ResourceFailureFormatter {

    private static final Pattern SIGNAL = Pattern.compile("failed message: '(.*)' for uniqueId: (\\S+)");

    private ResourceFailureFormatter() {}

    /**
     * @param stackReason the stack's own reason, for a failure without an event
     */
    static String sentence(Optional<StackEvent> failure, String stackReason) {
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

    static String nextStep(Optional<StackEvent> failure, String otherwise) {
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
            return "Ask your account administrator for the policy that 'faasnetlab aws plan' prints. " + otherwise;
        }
        return otherwise;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
