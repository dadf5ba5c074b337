package org.faasnetlab.ui.live;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.jspecify.annotations.Nullable;

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

    /** @param verdict what limited the run; null while it is not known */
    void show(LiveSnapshot snapshot, @Nullable Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        String style = "warning";
        RunRow run = snapshot.progress().run();
        if (snapshot.progress().phase() == RunPhase.FINISHED && run != null) {
            style = style(run, verdict);
            sentences.add(formatter.end(run.status()));
            if (run.message() != null) {
                sentences.add(run.message());
            }
            if (verdict != null) {
                sentences.add(verdict.sentence());
            }
        }
        snapshot.failures().forEach(group -> sentences.add(formatter.failure(group)));
        getStyleClass().removeAll("success", "warning", "neutral");
        getStyleClass().add(style);
        if (sentences.equals(shown)) {
            return;
        }
        shown = sentences;
        getChildren().setAll(sentences.stream().map(LiveNotices::label).toList());
        setVisible(!sentences.isEmpty());
        setManaged(!sentences.isEmpty());
    }

    /** The colour that Results gives the run; none before the verdict is known. */
    private static String style(RunRow run, @Nullable Verdict verdict) {
        if (run.status() != RunStatus.COMPLETED) {
            return "warning";
        }
        if (verdict == null) {
            return "neutral";
        }
        return verdict.isTrustworthy() ? "success" : "warning";
    }

    private static Label label(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        return label;
    }
}
