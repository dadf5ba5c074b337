package org.faasnetlab.ui.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.run.progress.ProgressSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.ui.common.DomainTexts;
import org.jspecify.annotations.Nullable;

/**
 * One strip of the same height at all times, so that nothing below it moves: while a run lasts, the phases of the trial,
 * the progress and the time left; at its end, the outcome and the verdict in the colour that Results gives it.
 */
final class LiveStatusStrip extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final LiveFormatter formatter;
    private final Map<LivePhase, Label> phases = new EnumMap<>(LivePhase.class);
    private final Label left = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final HBox progressLine = new HBox();
    private final Label outcome = new Label();
    private final Label details = new Label();

    LiveStatusStrip(LiveFormatter formatter) {
        this.formatter = formatter;
        setId("live-status");
        for (LivePhase phase : LivePhase.values()) {
            if (phase != LivePhase.DONE) {
                Label chip = new Label();
                chip.getStyleClass().add("phase");
                chip.setMinWidth(Region.USE_PREF_SIZE);
                if (phase == LivePhase.MEASURE) {
                    chip.setId("live-elapsed");
                }
                phases.put(phase, chip);
                progressLine.getChildren().add(chip);
            }
        }
        left.setId("live-left");
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.setTooltip(new Tooltip(formatter.get("left.hint")));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        progressLine.getChildren().addAll(between, left);
        progressLine.getStyleClass().add("phases");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(formatter.get("progress.bar"));
        outcome.setId("live-outcome");
        outcome.getStyleClass().add("outcome");
        details.setId("live-details");
        details.setMinWidth(0);
        details.setWrapText(true);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(520);
        whole.textProperty().bind(details.textProperty());
        details.setTooltip(whole);
    }

    /**
     * @param note what the user should know while the run lasts; may be empty
     * @param verdict what limited the run; null while it is not known
     */
    void show(LiveSnapshot snapshot, String note, @Nullable Verdict verdict) {
        ProgressSnapshot progress = snapshot.progress();
        RunRow run = progress.run();
        if (progress.phase() == RunPhase.FINISHED && run != null) {
            showEnd(snapshot, run, verdict);
        } else {
            showProgress(snapshot, note);
        }
    }

    private void showProgress(LiveSnapshot snapshot, String note) {
        ProgressSnapshot progress = snapshot.progress();
        LivePhase now = LivePhase.of(progress);
        phases.forEach((phase, chip) -> {
            chip.setText(formatter.phase(phase, now, snapshot));
            chip.pseudoClassStateChanged(CURRENT, phase == now);
            chip.pseudoClassStateChanged(DONE, phase.compareTo(now) < 0);
        });
        left.setText(formatter.left(progress.left()));
        boolean waits = progress.phase() == RunPhase.PREPARING || progress.phase() == RunPhase.WAITING;
        bar.setProgress(waits && progress.trial() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : progress.overall());
        List<String> news = failures(snapshot);
        details.setText(news.isEmpty() ? note : String.join(" ", news));
        look(news.isEmpty() ? "neutral" : "warning", progressLine, bar, details);
    }

    private void showEnd(LiveSnapshot snapshot, RunRow run, @Nullable Verdict verdict) {
        outcome.setText(formatter.end(run.status()));
        List<String> sentences = new ArrayList<>();
        if (run.message() != null) {
            sentences.add(withoutFailures(run.message(), snapshot));
        }
        if (verdict != null) {
            sentences.add(new DomainTexts().text(verdict.sentence()));
        }
        sentences.addAll(failures(snapshot));
        details.setText(String.join(" ", sentences).strip());
        look(style(run, verdict), outcome, details);
    }

    /** The message of a run names the first failure, which the groups of failures name again. */
    private static String withoutFailures(String message, LiveSnapshot snapshot) {
        if (snapshot.failures().isEmpty()) {
            return message;
        }
        String first = snapshot.failures().get(0).message();
        int at = message.indexOf(first);
        return at < 0 ? message : message.substring(at + first.length()).strip();
    }

    private List<String> failures(LiveSnapshot snapshot) {
        return snapshot.failures().stream().map(formatter::failure).toList();
    }

    private void look(String style, Region... content) {
        getStyleClass().setAll("live-status", style);
        if (!getChildren().equals(List.of(content))) {
            getChildren().setAll(content);
        }
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
}
