package org.faasnetlab.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;

/** The status line at the bottom, which shows the status of the testbed. */
final class StatusLine extends HBox {
    private final Texts texts;

    StatusLine(Texts texts, TestbedSession session, CurrentRun run) {
        this.texts = texts;
        getStyleClass().add("status-line");
        Region dot = new Region();
        dot.getStyleClass().add("status-dot");
        Label words = new Label();
        words.setId("status");
        StringBinding text = Bindings.createStringBinding(
                () -> words(session.status().get(), run.active().get()), session.status(), run.active());
        words.textProperty().bind(text);
        session.status()
                .subscribe(now -> dot.getStyleClass()
                        .setAll("status-dot", "status-" + now.getClass().getSimpleName()));
        getChildren().addAll(dot, words);
    }

    private String words(TestbedStatus status, boolean running) {
        if (status instanceof TestbedStatus.Ready ready) {
            return texts.get(
                    running ? "status.running" : "status.ready", ready.testbed().name());
        }
        if (status instanceof TestbedStatus.Failed) {
            return texts.get("status.failed");
        }
        return texts.get(status instanceof TestbedStatus.Starting ? "status.starting" : "status.none");
    }
}
