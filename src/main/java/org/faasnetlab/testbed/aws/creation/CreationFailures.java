package org.faasnetlab.testbed.aws.creation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
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
                advice(failure, Phrase.of("Delete the testbed and create it again.")));
    }

    /** @param failure the first event that failed, if known */
    CreationException functionsNotCreated(TestbedStack stack, Optional<StackEvent> failure) {
        return new CreationException(
                Reason.FUNCTIONS_NOT_CREATED,
                sentence(failure, stack.reason()),
                advice(failure, Phrase.of("Resume the creation to try again, or delete the testbed.")));
    }

    CreationException leaseExpired() {
        return new CreationException(
                Reason.LEASE_EXPIRED,
                Phrase.of("The lease of testbed {0} has expired, and its servers have terminated.", stackName),
                Phrase.of("Delete the testbed and create it again."));
    }

    CreationException beingDeleted() {
        return new CreationException(
                Reason.BEING_DELETED,
                Phrase.of("Testbed {0} is being deleted.", stackName),
                Phrase.of("Complete the deletion, and create it again."));
    }

    CreationException notATestbed() {
        return new CreationException(
                Reason.NOT_A_TESTBED,
                Phrase.of("Stack {0} in {1} exists but is not a testbed of this program.", stackName, region),
                Phrase.of("Choose another name."));
    }

    CreationException settingsDiffer() {
        return new CreationException(
                Reason.SETTINGS_DIFFER,
                Phrase.of("Testbed {0} in {1} already exists with different settings.", stackName, region),
                Phrase.of("Use that testbed, delete it, or choose another name."));
    }

    /** @param stackReason the stack's own reason, used if no event is known */
    private static Phrase sentence(Optional<StackEvent> failure, String stackReason) {
        if (failure.isEmpty()) {
            return stackReason.isEmpty()
                    ? Phrase.of("AWS could not create the testbed.")
                    : Phrase.verbatim(sentence(stackReason));
        }
        StackEvent event = failure.get();
        String reason = event.resourceStatusReason() == null ? "" : event.resourceStatusReason();
        Matcher signal = SIGNAL.matcher(reason);
        if (signal.find()) {
            return Phrase.of("Server {0} reports: {1}", signal.group(2), sentence(signal.group(1)));
        }
        if (reason.contains("WaitCondition timed out")) {
            return Phrase.of("The servers did not report ready within 15 minutes.");
        }
        return reason.isEmpty()
                ? Phrase.of("AWS could not create {0}.", event.logicalResourceId())
                : Phrase.of("AWS could not create {0}: {1}", event.logicalResourceId(), sentence(reason));
    }

    private static Phrase advice(Optional<StackEvent> failure, Phrase otherwise) {
        String reason = failure.map(StackEvent::resourceStatusReason).orElse("");
        if (reason.contains("WaitCondition timed out")) {
            return Phrase.sentences(
                    Phrase.of("Check that the subnet has a route to S3; a new VPC or subnet has one."), otherwise);
        }
        if (reason.contains("VcpuLimitExceeded") || reason.contains("vCPU capacity")) {
            return Phrase.sentences(
                    Phrase.of("Choose smaller or fewer servers, or request a higher vCPU quota."), otherwise);
        }
        if (reason.contains("InsufficientInstanceCapacity") || reason.contains("do not have sufficient")) {
            return Phrase.sentences(Phrase.of("Choose another zone or instance type."), otherwise);
        }
        if (reason.contains("not supported in your requested Availability Zone")) {
            return Phrase.sentences(Phrase.of("Choose a zone that offers this instance type."), otherwise);
        }
        if (reason.contains("not authorized to perform")) {
            return Phrase.sentences(
                    Phrase.of("Ask your account administrator for the policy that 'faasnetlab aws plan' prints."),
                    otherwise);
        }
        return otherwise;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
