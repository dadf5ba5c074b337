package org.faasnetlab.cli.aws;

import java.time.Clock;
import org.faasnetlab.cli.common.ElapsedTimePrinter;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationStep;

/** Prints each change of a creation in a line, with the elapsed time. */
final class AwsSetupPrinter implements CreationListener {
    private final ElapsedTimePrinter lines;

    AwsSetupPrinter(Terminal terminal, Clock clock) {
        this.lines = new ElapsedTimePrinter(terminal, clock);
    }

    @Override
    public void onStep(CreationStep step, StepState state) {
        lines.print(text(step) + ": " + text(state));
    }

    @Override
    public void onResource(ResourceProgress resource) {
        String state = switch (resource.state()) {
            case IN_PROGRESS -> resource.status().startsWith("DELETE") ? "being deleted" : "being created";
            case COMPLETE -> "created";
            case FAILED -> "failed";
            case DELETED -> "deleted";
        };
        lines.print("  " + resource.name() + " (" + resource.type() + "): " + state
                + (resource.state() == ResourceProgress.State.FAILED
                                && !resource.reason().isEmpty()
                        ? ". " + resource.reason()
                        : ""));
    }

    @Override
    public void onDelay(AwsAccessException reason) {
        lines.print(reason.getMessage() + " Retrying.");
    }

    private static String text(CreationStep step) {
        return switch (step) {
            case SERVERS -> "Network, bucket, and servers";
            case CODE -> "Function code upload";
            case FUNCTIONS -> "Functions";
            case MEMORY_SIZES -> "Memory sizes";
            case PROBE -> "Function test invocations";
        };
    }

    static String text(StepState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case RUNNING -> "in progress";
            case DONE -> "done";
            case INCOMPLETE -> "incomplete";
            case FAILED -> "failed";
        };
    }
}
