package org.faasnetlab.ui.wizard;

import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps with their states; clicking a visited one goes back to it. */
final class WizardStepList<S extends Enum<S>> extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Texts texts = Texts.of(WizardStepList.class);
    private final Function<S, String> names;
    private final Wizard<S> model;

    /** @param names formats the steps' names for the user */
    WizardStepList(Function<S, String> names, Wizard<S> model) {
        this.names = names;
        this.model = model;
        getStyleClass().add("step-list");
        model.steps().forEach(step -> getChildren().add(item(step)));
    }

    private Button item(S step) {
        Label mark = new Label();
        mark.getStyleClass().add("step-mark");
        Button item = new Button(names.apply(step), mark);
        item.setId("step-" + step);
        item.getStyleClass().add("step-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setOnAction(click -> model.goTo(step));
        model.step().subscribe(now -> show(step, model.state(step), item, mark));
        model.changes().subscribe(() -> show(step, model.state(step), item, mark));
        return item;
    }

    private void show(S step, WizardStepState state, Button item, Label mark) {
        boolean done = state == WizardStepState.DONE;
        item.pseudoClassStateChanged(CURRENT, state == WizardStepState.CURRENT);
        item.pseudoClassStateChanged(DONE, done);
        item.setDisable(!model.visited(step));
        mark.setText(done ? "" : String.valueOf(step.ordinal() + 1));
        mark.setGraphic(done ? new FontIcon(Feather.CHECK) : null);
        item.setAccessibleText(texts.get("state." + state, names.apply(step)));
    }
}
