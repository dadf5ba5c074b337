package org.faasnetlab.ui.welcome;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.common.session.TestbedStatus;

/** The card for the testbed on this computer: start and status. */
final class LocalCard extends VBox {
    private final WelcomeViewModel model;
    private final Texts texts;

    LocalCard(WelcomeViewModel model, Texts texts, Runnable chooseSettings) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card-pane", "testbed-card");
        Notice problem = Notice.problem();
        model.status().subscribe(now -> problem.show(now instanceof TestbedStatus.Failed failed ? failed.why() : null));
        getChildren()
                .addAll(
                        heading(),
                        CardLabels.muted(texts.get("local.subtitle")),
                        CardLabels.line(texts.get("local.parts")),
                        CardLabels.line(texts.get("local.links")),
                        starting(),
                        buttons(chooseSettings),
                        problem,
                        runNotice());
    }

    private Node heading() {
        Label ready = new Label(texts.get("local.ready"));
        ready.setId("testbed-ready");
        ready.getStyleClass().addAll("badge", "success-badge");
        Visibility.showWhen(ready, is(TestbedStatus.Ready.class));
        HBox row = new HBox(CardLabels.heading(texts.get("local.title")), ready);
        row.getStyleClass().add("tool-row");
        return row;
    }

    private Node buttons(Runnable chooseSettings) {
        Button tryIt = Buttons.primary("try-it", texts.get("local.try"), model::tryIt);
        tryIt.setTooltip(new Tooltip(texts.get("local.try.hint")));
        tryIt.disableProperty().bind(model.runActive());
        Button use = Buttons.plain("use-this-computer", texts.get("local.use"), model::useThisComputer);
        use.disableProperty().bind(model.runActive());
        Visibility.showWhen(use, is(TestbedStatus.Ready.class).map(ready -> !ready));
        Button experiment = Buttons.plain("choose-experiment", texts.get("local.experiment"), model::chooseExperiment);
        Visibility.showWhen(experiment, is(TestbedStatus.Ready.class));
        Button settings = Buttons.plain("choose-settings", texts.get("local.settings"), chooseSettings);
        FlowPane row = new FlowPane(tryIt, use, experiment, settings);
        row.getStyleClass().add("job-buttons");
        Visibility.showWhen(row, is(TestbedStatus.Starting.class).map(starting -> !starting));
        return row;
    }

    private Node starting() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        HBox row = new HBox(
                turning,
                new Label(texts.get("local.starting")),
                Buttons.plain("cancel-start", texts.get("local.cancel"), model::cancelStart));
        row.getStyleClass().add("button-row");
        Visibility.showWhen(row, is(TestbedStatus.Starting.class));
        return row;
    }

    private Node runNotice() {
        Label why = CardLabels.muted(texts.get("local.runActive"));
        return Visibility.showWhen(why, model.runActive());
    }

    private ObservableValue<Boolean> is(Class<? extends TestbedStatus> kind) {
        return model.status().map(kind::isInstance);
    }
}
