package org.faasnetlab.cli.aws;

import java.time.Clock;
import org.faasnetlab.cli.common.ElapsedTimePrinter;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.creation.StepState;

/** Tells each change of a set-up in a line, with the time since it was begun. */
final class AwsSetupPrinter implements CreationListener {
    private final ElapsedTimePrinter lines;

    AwsSetupPrinter(Terminal screen, Clock clock) {
        this.lines = new ElapsedTimePrinter(screen, clock);
    }

    @Override
    public void onStep(CreationStep step, StepState state) {
        lines.tell(words(step) + ": "
                + switch (state) {
                    case UNDER_WAY -> "in progress";
                    case DONE -> "done";
                    case FAILED -> "failed";
                });
    }

    @Override
    public void onResource(ResourceProgress resource) {
        String state = switch (resource.state()) {
            case UNDER_WAY -> resource.status().startsWith("DELETE") ? "deleting" : "creating";
            case READY -> "ready";
            case FAILED -> "failed";
            case REMOVED -> "deleted";
        };
        lines.tell("  " + resource.name() + " (" + resource.type() + "): " + state
                + (resource.state() == ResourceProgress.State.FAILED
                                && !resource.reason().isEmpty()
                        ? ". " + resource.reason()
                        : ""));
    }

    @Override
    public void onDelay(AwsAccessException reason) {
        lines.tell(reason.getMessage() + " Retrying.");
    }

    private static String words(CreationStep step) {
        return switch (step) {
            case SERVERS -> "Network, bucket, and servers";
            case CODE -> "Function code upload";
            case FUNCTIONS -> "Functions";
            case MEMORY_SIZES -> "Memory sizes";
            case PROBE -> "Function test invocations";
        };
    }
}
