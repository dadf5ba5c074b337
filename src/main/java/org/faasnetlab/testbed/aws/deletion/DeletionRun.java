package org.faasnetlab.testbed.aws.deletion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.Poller;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** One call of a teardown: its steps in their order, again as long as the stack cannot be deleted. */
final class DeletionRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final DeletionCalls calls;
    private final TestbedResources parts;
    private final String stackName;
    private final Poller waiting;
    private final DeletionTimeouts patience;
    private final DeletionProgress progress;

    DeletionRun(
            DeletionCalls calls,
            TestbedResources parts,
            String stackName,
            Poller waiting,
            DeletionTimeouts patience,
            DeletionProgress progress) {
        this.calls = calls;
        this.parts = parts;
        this.stackName = stackName;
        this.waiting = waiting;
        this.patience = patience;
        this.progress = progress;
    }

    DeletionReport run() throws AwsAccessException, InterruptedException {
        if (isProtected()) {
            return lastLook();
        }
        Outcome outcome = Outcome.FAILED;
        for (int round = 1; round <= patience.deletions() && outcome == Outcome.FAILED; round++) {
            servers();
            functions();
            interfaces();
            buckets();
            outcome = stack();
        }
        if (outcome == Outcome.GONE) {
            leftovers();
        } else {
            parts.removal.noteFailures();
            parts.interfaces.noteOthers();
        }
        return lastLook();
    }

    private enum Outcome {
        GONE,
        FAILED,
        UNSEEN
    }

    private boolean isProtected() throws AwsAccessException, InterruptedException {
        boolean refuses = parts.record
                .stack()
                .value()
                .filter(stack -> Boolean.TRUE.equals(stack.enableTerminationProtection()))
                .isPresent();
        if (refuses) {
            calls.note(new BlockedAction(
                    "the stack",
                    "Termination protection is enabled for stack " + stackName + ".",
                    "Disable it in CloudFormation, and delete the testbed again."));
        }
        return refuses;
    }

    private void servers() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.SERVERS, "");
        int notes = calls.notes();
        int servers = parts.servers.terminate();
        ended(DeletionStep.SERVERS, notes, servers == 0 ? "none running" : counted(servers, "server"));
    }

    private void functions() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.FUNCTIONS, "");
        int notes = calls.notes();
        boolean out = waiting.until(patience.functions(), BETWEEN_LOOKS, () -> {
            boolean changing = parts.removal.isChanging();
            Set<String> in = parts.functions.stillIn(names("AWS::Lambda::Function", parts.functions.names()));
            if (changing || !in.isEmpty()) {
                // CloudFormation, too, waits for the interfaces while it takes a change back.
                parts.interfaces.sweep();
                progress.running(
                        DeletionStep.FUNCTIONS,
                        changing ? "rolling back the stack update" : "waiting for " + String.join(", ", in));
            }
            return !changing && in.isEmpty();
        });
        if (out) {
            ended(DeletionStep.FUNCTIONS, notes, "none in the VPC");
        } else {
            progress.ended(DeletionStep.FUNCTIONS, false, "not all detached yet");
        }
    }

    private void interfaces() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.INTERFACES, "");
        int notes = calls.notes();
        boolean swept = waiting.until(patience.interfaces(), BETWEEN_LOOKS.multipliedBy(2), () -> {
            int held = parts.interfaces.sweep();
            if (held > 0) {
                progress.running(
                        DeletionStep.INTERFACES,
                        counted(held, "interface")
                                + " still held by Lambda; running functions keep theirs for up to 15 minutes");
            }
            return held == 0;
        });
        if (swept) {
            ended(DeletionStep.INTERFACES, notes, "none left");
        } else {
            progress.ended(
                    DeletionStep.INTERFACES, false, "Lambda still holds some; CloudFormation also waits for them");
        }
    }

    private void buckets() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.BUCKET, "");
        int notes = calls.notes();
        boolean empty = true;
        for (String bucket : names("AWS::S3::Bucket", parts.buckets.names())) {
            progress.running(DeletionStep.BUCKET, bucket);
            empty &= parts.buckets.empty(bucket);
        }
        if (empty) {
            ended(DeletionStep.BUCKET, notes, "empty");
        } else {
            progress.ended(DeletionStep.BUCKET, false, "some objects could not be deleted");
        }
    }

    private Outcome stack() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.STACK, "");
        CallResult<Stack> stack = parts.record.stack();
        if (stack.gone()) {
            progress.ended(DeletionStep.STACK, true, "does not exist");
            return Outcome.GONE;
        }
        if (stack.value().isEmpty()) {
            parts.removal.unseen(stackName);
            progress.ended(DeletionStep.STACK, false, "status cannot be read");
            return Outcome.UNSEEN;
        }
        boolean gone = parts.removal.once(stack.value().get(), progress.listener());
        progress.ended(DeletionStep.STACK, gone, gone ? "deleted" : "could not be deleted");
        return gone ? Outcome.GONE : Outcome.FAILED;
    }

    private void leftovers() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.LEFTOVERS, "");
        LeftoverScanner.Found[] before = {null};
        boolean gone = waiting.until(patience.remains(), BETWEEN_LOOKS, () -> {
            LeftoverScanner.Found found = parts.remains.look();
            boolean stuck = found.equals(before[0]) && !calls.obstacles().isEmpty();
            before[0] = found;
            if (!found.byKind().isEmpty() && !stuck) {
                progress.running(DeletionStep.LEFTOVERS, counted(found.all().size(), "resource"));
                parts.remains.remove(found);
            }
            return found.byKind().isEmpty() || stuck;
        });
        progress.ended(DeletionStep.LEFTOVERS, gone, "");
    }

    private DeletionReport lastLook() throws AwsAccessException, InterruptedException {
        progress.running(DeletionStep.LAST_LOOK, "");
        LeftoverScanner.Found found = parts.remains.look();
        DeletionReport report = new DeletionReport(stackName, found.all(), found.unseen(), calls.obstacles());
        progress.ended(DeletionStep.LAST_LOOK, report.nothingLeft(), report.sentence());
        return report;
    }

    /** What the stack names, and what is found without it. */
    private List<String> names(String type, CallResult<List<String>> listed)
            throws AwsAccessException, InterruptedException {
        Set<String> names = new LinkedHashSet<>(parts.record.ids(type));
        names.addAll(listed.value().orElse(List.of()));
        return new ArrayList<>(names);
    }

    /** Ends a step that could be gone through, as far as AWS did not refuse a part of it since those notes. */
    private void ended(DeletionStep step, int notes, String detail) {
        boolean complete = calls.notes() == notes;
        progress.ended(step, complete, complete ? detail : "AWS rejected some requests");
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
