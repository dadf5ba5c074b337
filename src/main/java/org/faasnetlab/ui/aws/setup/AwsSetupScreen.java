package org.faasnetlab.ui.aws.setup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.aws.AwsTestbedJob;
import org.faasnetlab.ui.aws.JobButtons;
import org.faasnetlab.ui.aws.JobView;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.PageHeader;
import org.faasnetlab.ui.wizard.WizardStepList;

/** The wizard that creates a testbed on AWS: steps on the left, the page in the middle, the picture on the right. */
public final class AwsSetupScreen implements Screen {
    private final AwsSetupViewModel model;
    private final Map<AwsSetupStep, Node> pages = new EnumMap<>(AwsSetupStep.class);
    private final ScrollPane scroll = new ScrollPane();
    private final AwsSetupFooter footer;
    private final JobView creation;
    private final BorderPane card = new BorderPane();
    private final VBox view;

    /**
     * @param runActive whether an experiment runs
     * @param leave returns to the welcome screen
     * @param use opens the created testbed and shows the experiment
     */
    public AwsSetupScreen(
            AwsSetupViewModel model,
            AwsTestbedJob job,
            ObservableValue<Boolean> runActive,
            Desktop desktop,
            Dialogs dialogs,
            Runnable leave,
            Runnable use) {
        this.model = model;
        Texts texts = Texts.of(AwsSetupScreen.class);
        AwsSetupPages choices = new AwsSetupPages(texts, model);
        pages.put(AwsSetupStep.ACCOUNT, new AwsAccountPage(texts, model.account()).view(model));
        pages.put(AwsSetupStep.NETWORK, choices.network());
        pages.put(AwsSetupStep.SERVERS, choices.servers());
        pages.put(AwsSetupStep.FUNCTIONS, choices.functions());
        pages.put(AwsSetupStep.STORAGE, choices.storage());
        pages.put(AwsSetupStep.REVIEW, new AwsReviewPage(texts, model, desktop, dialogs).view());
        footer = new AwsSetupFooter(texts, model, leave);
        creation = new JobView(job, new JobButtons(job, runActive, dialogs, use, leave));
        scroll.setFitToWidth(true);
        card.getStyleClass().addAll("card-pane", "setup-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox columns = new HBox(
                new WizardStepList<>(List.of(AwsSetupStep.values()), step -> texts.get("step." + step), model), card);
        columns.getChildren().add(picture(columns));
        columns.getStyleClass().add("setup-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        view = new VBox(new PageHeader(texts.get("title"), texts.get("subtitle")), columns);
        view.setId("aws-setup");
        view.getStyleClass().add("page");
        model.step().subscribe(this::show);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.open();
    }

    private Node picture(HBox columns) {
        AwsTopologyPane picture = new AwsTopologyPane();
        model.topology().subscribe(picture::show);
        ScrollPane frame = new ScrollPane(picture);
        frame.setFitToWidth(true);
        frame.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox pane = new VBox(frame);
        VBox.setVgrow(frame, Priority.ALWAYS);
        pane.getStyleClass().addAll("card-pane", "picture-pane");
        pane.prefWidthProperty().bind(columns.widthProperty().multiply(0.3));
        return pane;
    }

    private void show(AwsSetupStep step) {
        if (step == AwsSetupStep.CREATE) {
            card.setCenter(creation);
            card.setBottom(null);
            return;
        }
        scroll.setContent(pages.get(step));
        scroll.setVvalue(0);
        card.setCenter(scroll);
        card.setBottom(footer);
    }
}
