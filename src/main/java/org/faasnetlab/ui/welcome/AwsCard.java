package org.faasnetlab.ui.welcome;

import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.aws.AccountFields;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;

/** The card for testbeds on AWS: the account, creation of a testbed, and the existing ones. */
final class AwsCard extends VBox {

    /**
     * @param setUp opens the wizard for a testbed on AWS
     * @param list shows the testbeds of the account
     */
    AwsCard(AccountViewModel account, Texts texts, Runnable setUp, Runnable list) {
        getStyleClass().addAll("card-pane", "testbed-card");
        Notice problem = Notice.problem();
        account.filesProblem().subscribe(problem::show);
        FlowPane buttons = new FlowPane(
                Buttons.primary("create-aws-testbed", texts.get("aws.setUp"), setUp),
                Buttons.plain("list-aws", texts.get("aws.list"), list));
        buttons.getStyleClass().add("job-buttons");
        getChildren()
                .addAll(
                        CardLabels.heading(texts.get("aws.title")),
                        CardLabels.muted(texts.get("aws.subtitle")),
                        new AccountFields("welcome", account),
                        problem,
                        buttons);
    }
}
