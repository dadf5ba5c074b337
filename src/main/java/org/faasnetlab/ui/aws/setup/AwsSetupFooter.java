package org.faasnetlab.ui.aws.setup;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Visibility;

/** Footer of the wizard: cost, navigation buttons, and why the next step is blocked. */
final class AwsSetupFooter extends VBox {

    /** @param leave returns to the welcome screen */
    AwsSetupFooter(Texts texts, AwsSetupViewModel model, Runnable leave) {
        getStyleClass().add("setup-footer");
        Label why = CardLabels.muted("");
        why.setId("aws-why-not-next");
        why.textProperty().bind(model.nextBlockedReason());
        Label cost = CardLabels.muted("");
        cost.setId("aws-cost");
        cost.textProperty().bind(model.cost());
        Button back = Buttons.plain("aws-back", "", () -> {
            if (model.step().get().isFirst()) {
                leave.run();
            } else {
                model.back();
            }
        });
        Button next = Buttons.primary("aws-next", "", model::next);
        next.setDefaultButton(true);
        next.disableProperty().bind(model.nextBlockedReason().map(reason -> !reason.isEmpty()));
        model.step().subscribe(step -> {
            back.setText(texts.get(step.isFirst() ? "button.leave" : "button.back"));
            if (step != AwsSetupStep.CREATE) {
                next.setText(
                        step == AwsSetupStep.REVIEW
                                ? texts.get("button.create")
                                : texts.get("button.next", texts.get("step." + step.next())));
            }
        });
        HBox row = new HBox(back, next);
        row.getStyleClass().addAll("button-row", "right-row");
        getChildren()
                .addAll(
                        Visibility.showWhen(cost, cost.textProperty().isNotEmpty()),
                        Visibility.showWhen(why, why.textProperty().isNotEmpty()),
                        row);
    }
}
