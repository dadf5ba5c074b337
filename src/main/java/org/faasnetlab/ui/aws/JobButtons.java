package org.faasnetlab.ui.aws;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.faasnetlab.ui.aws.AwsTestbedJob.Phase;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.Visibility;

/** What can be done with a job as it stands. */
public final class JobButtons extends FlowPane {
    private final Texts texts = Texts.of(JobButtons.class);
    private final AwsTestbedJob job;
    private final Dialogs dialogs;

    /**
     * @param runActive a testbed must not be torn down under a run
     * @param use goes on to experiments on the testbed that was made
     * @param close leaves the page
     */
    public JobButtons(
            AwsTestbedJob job, ObservableValue<Boolean> runActive, Dialogs dialogs, Runnable use, Runnable close) {
        this.job = job;
        this.dialogs = dialogs;
        getStyleClass().add("job-buttons");
        Button tearDown = Buttons.plain("job-tear-down", texts.get("button.tearDown"), this::confirmDeletion);
        tearDown.disableProperty().bind(runActive);
        // Cancel is first: when it goes, the focus goes to what comes next, and that is not the teardown.
        getChildren()
                .addAll(
                        in(
                                Buttons.plain("job-cancel", texts.get("button.cancel"), this::confirmCancel),
                                Phase.CREATING),
                        in(Buttons.primary("job-use", texts.get("button.use"), use), Phase.READY),
                        Visibility.showWhen(
                                Buttons.primary("job-continue", texts.get("button.continue"), job::resumeFailed),
                                job.canResume()),
                        in(
                                Buttons.primary("job-again", texts.get("button.tearDownAgain"), job::deleteLeftovers),
                                Phase.DELETE_FAILED),
                        leftoversButton(),
                        in(tearDown, Phase.READY, Phase.CREATE_FAILED),
                        in(Buttons.plain("job-close", texts.get("button.close"), close), ended()));
    }

    private Node leftoversButton() {
        Button again = Buttons.primary("job-what-is-left", texts.get("button.tearDownAgain"), job::deleteLeftovers);
        return Visibility.showWhen(
                again, job.report().map(report -> !report.isClean()).orElse(false));
    }

    private void confirmCancel() {
        dialogs.confirm(
                texts.get("cancel.title"),
                texts.get("cancel.text", job.name().get()),
                texts.get("cancel.action"),
                job::cancel);
    }

    private void confirmDeletion() {
        dialogs.confirm(
                texts.get("tearDown.title", job.name().get()),
                texts.get("tearDown.text"),
                texts.get("tearDown.action"),
                job::deleteLeftovers);
    }

    private Node in(Button button, Phase... phases) {
        Set<Phase> shown = EnumSet.copyOf(Arrays.asList(phases));
        return Visibility.showWhen(button, job.phase().map(shown::contains));
    }

    private static Phase[] ended() {
        return Arrays.stream(Phase.values()).filter(one -> !one.isRunning()).toArray(Phase[]::new);
    }
}
