package org.faasnetlab.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.faasnetlab.ui.common.DomainTexts;
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
        Label label = new Label();
        label.setId("status");
        StringBinding description = Bindings.createStringBinding(
                () -> text(session.status().get(), run.active().get()), session.status(), run.active());
        label.textProperty().bind(description);
        session.status()
                .subscribe(now -> dot.getStyleClass()
                        .setAll("status-dot", "status-" + now.getClass().getSimpleName()));
        getChildren().addAll(dot, label);
    }

    private String text(TestbedStatus status, boolean running) {
        return status.handle(new TestbedStatus.Handler<>() {
            @Override
            public String on(TestbedStatus.None none) {
                return texts.get("status.none");
            }

            @Override
            public String on(TestbedStatus.Starting starting) {
                return texts.get("status.starting");
            }

            @Override
            public String on(TestbedStatus.Ready ready) {
                return texts.get(
                        running ? "status.running" : "status.ready",
                        new DomainTexts().text(ready.testbed().label()));
            }

            @Override
            public String on(TestbedStatus.Failed failed) {
                return texts.get("status.failed");
            }
        });
    }
}
