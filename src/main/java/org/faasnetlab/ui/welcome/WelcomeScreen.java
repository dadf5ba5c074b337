package org.faasnetlab.ui.welcome;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.PageHeader;

/** The first screen: testbeds and recent runs. */
public final class WelcomeScreen implements Screen {
    private final WelcomeViewModel model;
    private final AccountViewModel account;
    private final VBox view;

    /**
     * @param account the AWS account
     * @param chooseSettings opens the wizard for this computer
     * @param setUpAws opens the wizard for a testbed on AWS
     * @param listAws shows the testbeds of the account
     */
    public WelcomeScreen(
            WelcomeViewModel model,
            AccountViewModel account,
            Desktop desktop,
            Runnable chooseSettings,
            Runnable setUpAws,
            Runnable listAws) {
        this.model = model;
        this.account = account;
        Texts texts = Texts.of(WelcomeScreen.class);
        GridPane cards = new GridPane();
        cards.getStyleClass().add("card-grid");
        cards.addRow(0, new LocalCard(model, texts, chooseSettings), new AwsCard(account, texts, setUpAws, listAws));
        cards.getColumnConstraints().addAll(half(), half());
        Node recent = new RecentRunsCard(model, texts, desktop);
        VBox.setVgrow(recent, Priority.ALWAYS);
        view = new VBox(new PageHeader(texts.get("title"), texts.get("subtitle")), cards, recent);
        view.getStyleClass().add("page");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
        account.load();
    }

    private static ColumnConstraints half() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(50);
        return column;
    }
}
