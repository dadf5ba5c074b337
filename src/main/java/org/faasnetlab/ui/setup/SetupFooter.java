package org.faasnetlab.ui.setup;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.faasnetlab.ui.common.Buttons;
import org.faasnetlab.ui.common.Card;
import org.faasnetlab.ui.common.Texts;

/** Goes on and back, and says what is in the way. */
final class SetupFooter extends HBox {

    /** @param leave goes back to the testbeds */
    SetupFooter(Texts texts, LocalSetupViewModel model, Runnable leave) {
        getStyleClass().add("setup-footer");
        Label why = Card.muted("");
        why.setId("why-not-next");
        why.textProperty().bind(model.whyNotNext());
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        Button back = Buttons.plain("setup-back", "", () -> {
            if (model.step().get().isFirst()) {
                leave.run();
            } else {
                model.back();
            }
        });
        Button next = Buttons.primary("setup-next", "", model::next);
        next.setDefaultButton(true);
        next.disableProperty().bind(model.whyNotNext().map(reason -> !reason.isEmpty()));
        model.step().subscribe(step -> {
            back.setText(texts.get(step.isFirst() ? "button.leave" : "button.back"));
            next.setText(
                    step.isLast()
                            ? texts.get("button.start")
                            : texts.get("button.next", texts.get("step." + step.next())));
        });
        getChildren().addAll(why, back, next);
    }
}
