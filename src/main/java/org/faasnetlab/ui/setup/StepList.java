package org.faasnetlab.ui.setup;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps with their states; visited ones can be gone back to. */
final class StepList extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Texts texts;
    private final LocalSetupViewModel model;

    StepList(Texts texts, LocalSetupViewModel model) {
        this.texts = texts;
        this.model = model;
        getStyleClass().add("step-list");
        for (SetupStep step : SetupStep.values()) {
            getChildren().add(item(step));
        }
    }

    private Button item(SetupStep step) {
        Label mark = new Label();
        mark.getStyleClass().add("step-mark");
        Button item = new Button(texts.get("step." + step), mark);
        item.setId("step-" + step);
        item.getStyleClass().add("step-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setOnAction(click -> model.goTo(step));
        model.step().subscribe(now -> show(step, model.state(step), item, mark));
        model.topology().subscribe(now -> show(step, model.state(step), item, mark));
        return item;
    }

    private void show(SetupStep step, StepState state, Button item, Label mark) {
        boolean done = state == StepState.DONE;
        item.pseudoClassStateChanged(CURRENT, state == StepState.CURRENT);
        item.pseudoClassStateChanged(DONE, done);
        item.setDisable(!model.visited(step));
        mark.setText(done ? "" : String.valueOf(step.ordinal() + 1));
        mark.setGraphic(done ? new FontIcon(Feather.CHECK) : null);
        item.setAccessibleText(texts.get("state." + state, texts.get("step." + step)));
    }
}
