package org.faasnetlab.cli.aws;

import java.util.Locale;
import org.faasnetlab.cli.common.ElapsedTimePrinter;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionStepProgress;

/** Tells each change of a teardown in a line. */
final class AwsTeardownPrinter implements DeletionListener {
    private final ElapsedTimePrinter lines;
    private String last = "";

    AwsTeardownPrinter(ElapsedTimePrinter lines) {
        this.lines = lines;
    }

    @Override
    public void step(DeletionStepProgress progress) {
        String state = switch (progress.state()) {
            case RUNNING -> "in progress";
            case DONE -> "done";
            case INCOMPLETE -> "incomplete";
        };
        tell(progress.step().label() + ": " + state + (progress.detail().isEmpty() ? "" : ", " + progress.detail()));
    }

    @Override
    public void event(ResourceProgress news) {
        String state = news.status().toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean failed =
                news.state() == ResourceProgress.State.FAILED && !news.reason().isEmpty();
        tell("  " + news.name() + " (" + news.type() + "): " + state + (failed ? ". " + news.reason() : ""));
    }

    /** A step that is looked at again and again is told when something has changed. */
    private void tell(String text) {
        if (!text.equals(last)) {
            lines.tell(text);
            last = text;
        }
    }
}
