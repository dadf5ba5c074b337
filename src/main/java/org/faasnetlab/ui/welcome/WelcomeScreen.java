package org.faasnetlab.ui.welcome;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.PageHeader;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;

/** The first screen: where functions run, and what was run last. */
public final class WelcomeScreen implements Screen {
    private final WelcomeViewModel model;
    private final VBox view;

    /** @param chooseSettings opens the setup of this computer */
    public WelcomeScreen(WelcomeViewModel model, Runnable chooseSettings) {
        this.model = model;
        Texts texts = Texts.of(WelcomeScreen.class);
        GridPane cards = new GridPane();
        cards.getStyleClass().add("card-grid");
        cards.addRow(0, new LocalCard(model, texts, chooseSettings), new AwsCard(texts));
        cards.getColumnConstraints().addAll(half(), half());
        Node recent = new RecentRunsCard(model, texts);
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
    }

    private static ColumnConstraints half() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(50);
        return column;
    }
}
