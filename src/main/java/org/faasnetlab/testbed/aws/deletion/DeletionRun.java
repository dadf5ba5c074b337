package org.faasnetlab.testbed.aws.deletion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.Poller;
import org.faasnetlab.testbed.aws.calls.StepProgress;
import org.faasnetlab.testbed.aws.stack.ResourceOwnership;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** One run of a deletion: its steps in order, repeated while the stack cannot be deleted. */
final class DeletionRun {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    private final DeletionCalls calls;
    private final String stackName;
    private final Clock clock;
    private final Poller poller;
    private final DeletionTimeouts timeouts;
    private final DeletionListener listener;
    private final StepProgress<DeletionStep> progress;
    private final StackRecord record;
    private final StackDeletion deletion;
    private final Ec2Resources ec2;
    private final Functions functions;
    private final NetworkInterfaces interfaces;
    private final Buckets buckets;
    private final LeftoverScanner leftovers;

    DeletionRun(
            DeletionCalls calls,
            ServiceClients clients,
            String stackName,
            String region,
            Clock clock,
            Poller poller,
            DeletionTimeouts timeouts,
            DeletionListener listener) {
        this.calls = calls;
        this.stackName = stackName;
        this.clock = clock;
        this.poller = poller;
        this.timeouts = timeouts;
        this.listener = listener;
        this.progress = new StepProgress<>(listener::onStep);
        ResourceOwnership owner = new ResourceOwnership(stackName);
        record = new StackRecord(calls, clients.cloudFormation(), stackName);
        deletion = new StackDeletion(
                calls, clients.cloudFormation(), record, poller, timeouts.stack(), clock, this::reportStack);
        ec2 = new Ec2Resources(calls, clients.ec2(), owner);
        functions = new Functions(calls, clients.lambda(), owner);
        interfaces = new NetworkInterfaces(calls, clients.ec2(), ec2);
        buckets = new Buckets(calls, clients.s3(), owner, region);
        leftovers = new LeftoverScanner(
                new NetworkLeftovers(calls, clients.ec2(), ec2, stackName),
                record,
                functions,
                buckets,
                new LogGroups(calls, clients.logs(), owner),
                new Roles(calls, clients.iam(), owner, region));
    }

    DeletionReport run() throws AwsAccessException, InterruptedException {
        if (isTerminationProtected()) {
            return finalScan();
        }
        Outcome outcome = Outcome.FAILED;
        for (int round = 1; round <= timeouts.maxDeletions() && outcome == Outcome.FAILED; round++) {
            terminateServers();
            detachFunctions();
            deleteInterfaces();
            emptyBuckets();
            outcome = deleteStack();
        }
        if (outcome == Outcome.GONE) {
            deleteLeftovers();
        } else {
            deletion.recordFailures();
            interfaces.recordForeign();
        }
        return finalScan();
    }

    private enum Outcome {
        GONE,
        FAILED,
        UNOBSERVED
    }

    private boolean isTerminationProtected() throws AwsAccessException, InterruptedException {
        boolean refuses = record.stack()
                .value()
                .filter(stack -> Boolean.TRUE.equals(stack.enableTerminationProtection()))
                .isPresent();
        if (refuses) {
            calls.recordBlocked(new BlockedAction(
                    "the stack",
                    "Termination protection is enabled for stack " + stackName + ".",
                    "Disable it in CloudFormation, and delete the testbed again."));
        }
        return refuses;
    }

    private void terminateServers() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.SERVERS, "");
        int blockedBefore = calls.blockedCount();
        int servers = ec2.terminateServers();
        ended(DeletionStep.SERVERS, blockedBefore, servers == 0 ? "none running" : countedText(servers, "server"));
    }

    private void detachFunctions() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.FUNCTIONS, "");
        int blockedBefore = calls.blockedCount();
        Instant start = clock.instant();
        boolean detached = poller.pollUntil(timeouts.functions(), POLL_INTERVAL, () -> {
            boolean updating = deletion.cancelUpdate();
            Set<String> attached = functions.stillInVpc(names("AWS::Lambda::Function", functions.names()));
            if (updating || !attached.isEmpty()) {
                // CloudFormation waits for the interfaces, too, while it rolls back an update.
                interfaces.deleteUnused();
                progress.running(
                        DeletionStep.FUNCTIONS,
                        (updating ? "rolling back the stack update" : "waiting for " + String.join(", ", attached))
                                + since(start));
            }
            return !updating && attached.isEmpty();
        });
        if (detached) {
            ended(DeletionStep.FUNCTIONS, blockedBefore, "none in the VPC");
        } else {
            progress.ended(DeletionStep.FUNCTIONS, false, "not all detached yet");
        }
    }

    private void deleteInterfaces() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.INTERFACES, "");
        int blockedBefore = calls.blockedCount();
        Instant start = clock.instant();
        boolean deleted = poller.pollUntil(timeouts.interfaces(), POLL_INTERVAL.multipliedBy(2), () -> {
            int inUse = interfaces.deleteUnused();
            if (inUse > 0) {
                progress.running(
                        DeletionStep.INTERFACES,
                        countedText(inUse, "interface")
                                + " still held by Lambda; running functions keep theirs for up to 15 minutes"
                                + since(start));
            }
            return inUse == 0;
        });
        if (deleted) {
            ended(DeletionStep.INTERFACES, blockedBefore, "none left");
        } else {
            progress.ended(
                    DeletionStep.INTERFACES, false, "Lambda still holds some; CloudFormation also waits for them");
        }
    }

    private void emptyBuckets() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.BUCKET, "");
        int blockedBefore = calls.blockedCount();
        boolean empty = true;
        for (String bucket : names("AWS::S3::Bucket", buckets.names())) {
            progress.running(DeletionStep.BUCKET, bucket);
            empty &= buckets.empty(bucket);
        }
        if (empty) {
            ended(DeletionStep.BUCKET, blockedBefore, "empty");
        } else {
            progress.ended(DeletionStep.BUCKET, false, "some objects could not be deleted");
        }
    }

    private Outcome deleteStack() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.STACK, "");
        CallResult<Stack> stack = record.stack();
        if (stack.isGone()) {
            progress.ended(DeletionStep.STACK, true, "does not exist");
            return Outcome.GONE;
        }
        if (stack.value().isEmpty()) {
            deletion.deleteUnobserved(stackName);
            progress.ended(DeletionStep.STACK, false, "status cannot be read");
            return Outcome.UNOBSERVED;
        }
        boolean gone = deletion.delete(stack.value().get(), listener);
        progress.ended(DeletionStep.STACK, gone, gone ? "deleted" : "could not be deleted");
        return gone ? Outcome.GONE : Outcome.FAILED;
    }

    private void deleteLeftovers() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.LEFTOVERS, "");
        LeftoverScanner.Found[] before = {null};
        boolean gone = poller.pollUntil(timeouts.leftovers(), POLL_INTERVAL, () -> {
            LeftoverScanner.Found found = leftovers.scan();
            boolean stuck = found.equals(before[0]) && !calls.blockedActions().isEmpty();
            before[0] = found;
            if (!found.byKind().isEmpty() && !stuck) {
                progress.running(DeletionStep.LEFTOVERS, countedText(found.all().size(), "resource"));
                leftovers.delete(found);
            }
            return found.byKind().isEmpty() || stuck;
        });
        progress.ended(DeletionStep.LEFTOVERS, gone, "");
    }

    private DeletionReport finalScan() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.FINAL_SCAN, "");
        LeftoverScanner.Found found = leftovers.scan();
        DeletionReport report = new DeletionReport(stackName, found.all(), found.unchecked(), calls.blockedActions());
        progress.ended(
                DeletionStep.FINAL_SCAN, report.isClean(), report.sentence().toString());
        return report;
    }

    /** The resources of the stack, and those that are found without it. */
    private List<String> names(String type, CallResult<List<String>> listed)
            throws AwsAccessException, InterruptedException {
        Set<String> names = new LinkedHashSet<>(record.ids(type));
        names.addAll(listed.value().orElse(List.of()));
        return new ArrayList<>(names);
    }

    /** Reports a step as complete unless an action was blocked since then. */
    private void ended(DeletionStep step, int blockedBefore, String detail) {
        boolean complete = calls.blockedCount() == blockedBefore;
        progress.ended(step, complete, complete ? detail : "AWS rejected some requests");
    }

    private void reportStack(Duration time) {
        progress.running(DeletionStep.STACK, "CloudFormation deletes the resources" + minutes(time));
    }

    private String since(Instant start) {
        return minutes(Duration.between(start, clock.instant()));
    }

    /** Changes once a minute, so that the listener is called then; empty in the first minute. */
    private static String minutes(Duration time) {
        return time.toMinutes() == 0 ? "" : ", for " + time.toMinutes() + " min";
    }

    private static String countedText(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
