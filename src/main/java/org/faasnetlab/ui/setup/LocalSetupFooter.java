package org.faasnetlab.ui.setup;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Visibility;

/** Back and Next buttons, and the reason why Next is disabled. */
final class LocalSetupFooter extends VBox {

    /** @param leave returns to the testbeds */
    LocalSetupFooter(Texts texts, LocalSetupViewModel model, Runnable leave) {
        getStyleClass().add("setup-footer");
        Label why = CardLabels.muted("");
        why.setId("why-not-next");
        why.textProperty().bind(model.whyNotNext());
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
        HBox buttons = new HBox(back, next);
        buttons.getStyleClass().addAll("button-row", "right-row");
        getChildren().addAll(Visibility.showWhen(why, why.textProperty().isNotEmpty()), buttons);
    }
}
