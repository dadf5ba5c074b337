package org.faasnetlab.ui.live;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;

/** The outcome of the run, and its failures grouped by reason. Takes no space while it is empty. */
final class LiveNotices extends VBox {
    private final LiveFormatter formatter;
    private List<String> shown = List.of();

    LiveNotices(LiveFormatter formatter) {
        this.formatter = formatter;
        setId("live-notices");
        getStyleClass().add("live-notices");
        setVisible(false);
        setManaged(false);
    }

    void show(LiveSnapshot snapshot) {
        List<String> sentences = new ArrayList<>();
        boolean well = false;
        RunRow run = snapshot.progress().run();
        if (snapshot.progress().phase() == RunPhase.FINISHED && run != null) {
            well = run.status() == RunStatus.COMPLETED;
            sentences.add(formatter.end(run.status()));
            if (run.message() != null) {
                sentences.add(run.message());
            }
        }
        snapshot.failures().forEach(group -> sentences.add(formatter.failure(group)));
        if (sentences.equals(shown)) {
            return;
        }
        shown = sentences;
        getChildren().setAll(sentences.stream().map(LiveNotices::label).toList());
        getStyleClass().removeAll("success", "warning");
        getStyleClass().add(well ? "success" : "warning");
        setVisible(!sentences.isEmpty());
        setManaged(!sentences.isEmpty());
    }

    private static Label label(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        return label;
    }
}
