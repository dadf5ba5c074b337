package org.faasnetlab.ui.setup;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.faasnetlab.testbed.NetworkSettings;
import org.faasnetlab.ui.common.Card;
import org.faasnetlab.ui.common.Notice;
import org.faasnetlab.ui.common.TestbedStatus;
import org.faasnetlab.ui.common.Texts;

/** What will run, before it is started. */
final class ReviewPage {
    private final Texts texts;
    private final LocalSetupViewModel model;
    private final SetupWords words;
    private final GridPane rows = new GridPane();
    private final Notice simulated = Notice.information("");

    ReviewPage(Texts texts, LocalSetupViewModel model) {
        this.texts = texts;
        this.model = model;
        words = new SetupWords(texts, model);
        rows.getStyleClass().add("fact-grid");
    }

    Node view() {
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(GridPane.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(names, values);
        Notice failed = Notice.problem();
        model.status().subscribe(now -> failed.show(now instanceof TestbedStatus.Failed why ? why.why() : null));
        model.step().subscribe(now -> {
            if (now == SetupStep.REVIEW) {
                fill();
            }
        });
        return new Page(
                texts.get("step.REVIEW"),
                Card.muted(texts.get("review.about")),
                rows,
                Notice.information(texts.get("review.private")),
                simulated,
                failed);
    }

    private void fill() {
        NetworkSettings network = model.network().settings();
        rows.getChildren().clear();
        row(texts.get("review.link"), words.link(network.link()));
        row(texts.get("review.placement"), words.hosts());
        row(texts.get("review.servers"), words.servers());
        row(texts.get("review.functions"), words.functions());
        row(
                texts.get("review.timeout"),
                texts.get(
                        "review.seconds",
                        model.functions().timeout().text().get().trim()));
        row(texts.get("review.storage"), words.storage());
        row(texts.get("review.folder"), model.storage().path().toString());
        simulated.show(network.simulated() ? texts.get("review.simulated") : "");
    }

    private void row(String name, String value) {
        rows.addRow(rows.getRowCount(), Card.muted(name), Card.line(value));
    }
}
