package org.faasnetlab.ui.aws.setup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.faasnetlab.ui.aws.AccountFields;
import org.faasnetlab.ui.aws.AccountStatus;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FactGrid;
import org.faasnetlab.ui.common.control.FieldBox;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.wizard.WizardPage;

/** Page to choose the account, with the user's identity in it. */
final class AwsAccountPage {
    private static final double NAME_WIDTH = 110;

    private final Texts texts;
    private final AccountViewModel model;

    AwsAccountPage(Texts texts, AccountViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    Node view(AwsSetupViewModel setup) {
        Notice filesProblem = Notice.problem();
        model.filesProblem().subscribe(filesProblem::show);
        Notice problem = Notice.problem();
        FactGrid identity = new FactGrid(NAME_WIDTH);
        identity.setId("aws-identity");
        model.status().subscribe(now -> show(now, problem, identity));
        return new WizardPage(
                texts.get("step.ACCOUNT"),
                CardLabels.muted(texts.get("account.about")),
                new AccountFields("aws", model),
                filesProblem,
                check(),
                problem,
                Visibility.showWhen(
                        CardLabels.muted(texts.get("account.without")),
                        model.status().map(now -> now.problem() != null)),
                Visibility.showWhen(
                        identity, model.status().map(now -> now.account().isPresent())),
                FieldBox.text("aws-name", setup.name(), texts.get("account.name.hint")));
    }

    private Node check() {
        Button check = Buttons.plain("aws-check", texts.get("account.check"), model::check);
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        Label asking = CardLabels.muted(texts.get("account.asking"));
        HBox busy = new HBox(turning, asking);
        busy.getStyleClass().add("button-row");
        HBox row = new HBox(check, Visibility.showWhen(busy, model.status().map(AccountStatus::isChecking)));
        row.getStyleClass().add("button-row");
        return row;
    }

    private void show(AccountStatus now, Notice problem, FactGrid identity) {
        problem.show(now.problem());
        identity.clear();
        now.account().ifPresent(known -> {
            identity.add(texts.get("account.number"), known.identity().account());
            identity.add(texts.get("account.arn"), known.identity().arn());
            identity.add(
                    texts.get("account.zones"),
                    known.zones().isEmpty() ? texts.get("account.noZones") : String.join(", ", known.zones()));
        });
    }
}
