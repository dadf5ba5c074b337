package org.faasnetlab.ui.aws;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.PageHeader;

/** Shows the progress of a creation that was resumed, or of a deletion. */
public final class JobScreen implements Screen {
    private final VBox view;

    /**
     * @param runActive whether an experiment runs
     * @param use opens the created testbed and shows the experiment
     * @param close returns to the list of testbeds
     */
    public JobScreen(
            AwsTestbedJob job,
            ObservableValue<Boolean> runActive,
            Desktop desktop,
            Dialogs dialogs,
            Runnable use,
            Runnable close) {
        Texts texts = Texts.of(JobScreen.class);
        JobView progress = new JobView(job, new JobButtons(job, runActive, dialogs, use, close), desktop);
        VBox.setVgrow(progress, Priority.ALWAYS);
        progress.getStyleClass().add("card-pane");
        view = new VBox(new PageHeader(texts.get("job.title"), texts.get("job.subtitle")), progress);
        view.setId("aws-job");
        view.getStyleClass().add("page");
    }

    @Override
    public Node view() {
        return view;
    }
}
