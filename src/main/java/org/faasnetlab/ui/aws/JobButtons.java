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

/** Buttons for the actions that a job's phase allows. */
public final class JobButtons extends FlowPane {
    private final Texts texts = Texts.of(JobButtons.class);
    private final AwsTestbedJob job;
    private final Dialogs dialogs;

    /**
     * @param runActive whether an experiment runs; its testbed must not be deleted
     * @param use opens the created testbed and shows the experiment
     * @param close leaves the page
     */
    public JobButtons(
            AwsTestbedJob job, ObservableValue<Boolean> runActive, Dialogs dialogs, Runnable use, Runnable close) {
        this.job = job;
        this.dialogs = dialogs;
        getStyleClass().add("job-buttons");
        Button delete = Buttons.plain("job-tear-down", texts.get("button.tearDown"), this::confirmDeletion);
        delete.disableProperty().bind(runActive);
        // Cancel is first: when it is hidden, the focus moves to the next button, which must not be the deletion.
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
                        in(delete, Phase.READY, Phase.CREATE_FAILED),
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
        return Arrays.stream(Phase.values()).filter(phase -> !phase.isRunning()).toArray(Phase[]::new);
    }
}
