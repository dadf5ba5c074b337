package org.faasnetlab.cli.aws;

import java.util.Locale;
import org.faasnetlab.cli.common.ElapsedTimePrinter;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;

/** Prints each change of a deletion in a line, with the elapsed time. */
final class AwsTeardownPrinter implements DeletionListener {
    private final ElapsedTimePrinter lines;
    private String last = "";

    AwsTeardownPrinter(ElapsedTimePrinter lines) {
        this.lines = lines;
    }

    @Override
    public void onStep(DeletionStep step, StepState state, String detail) {
        print(step.label() + ": " + AwsSetupPrinter.text(state) + (detail.isEmpty() ? "" : ", " + detail));
    }

    @Override
    public void onResource(ResourceProgress resource) {
        String status = resource.status().toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean failed = resource.state() == ResourceProgress.State.FAILED
                && !resource.reason().isEmpty();
        print("  " + resource.name() + " (" + resource.type() + "): " + status
                + (failed ? ". " + resource.reason() : ""));
    }

    /** A step that is polled is printed only when something has changed. */
    private void print(String text) {
        if (!text.equals(last)) {
            lines.tell(text);
            last = text;
        }
    }
}
