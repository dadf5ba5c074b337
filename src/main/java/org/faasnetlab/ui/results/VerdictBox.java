package org.faasnetlab.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialVerdict;
import org.jspecify.annotations.Nullable;

/** What limited the selected trial, in one sentence, with the evidence on demand. */
final class VerdictBox extends VBox {
    private static final double USUAL_HEIGHT = 230;

    /** In a low window the evidence scrolls, so that the charts remain visible. */
    private static final double LEAST_HEIGHT = 70;

    private final ObservableValue<@Nullable RunDetails> run;
    private final ResultFormatter formatter;
    private final Label sentence = new Label();
    private final Hyperlink why = new Hyperlink();
    private final VBox reasons = new VBox(6);
    private final ScrollPane below = new ScrollPane(reasons);
    private boolean open;

    /** @param run the selected run; if it has several trials, the text names the trial */
    VerdictBox(TrialVerdict verdict, ObservableValue<@Nullable RunDetails> run, ResultFormatter formatter) {
        this.run = run;
        this.formatter = formatter;
        setId("results-verdict");
        getStyleClass().addAll("notice", "information-notice");
        sentence.setId("results-verdict-sentence");
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        why.setId("results-verdict-why");
        why.setMinWidth(Region.USE_PREF_SIZE);
        why.setOnAction(event -> open(!open));
        reasons.setId("results-verdict-reasons");
        below.setFitToWidth(true);
        below.setPrefHeight(USUAL_HEIGHT);
        below.setMinHeight(LEAST_HEIGHT);
        HBox line = new HBox(10, sentence, why);
        line.getStyleClass().add("title-line");
        getChildren().addAll(line, below);
        open(false);
        Visibility.showWhen(this, verdict.findings().isNotNull().or(verdict.tooLarge()));
        verdict.tooLarge().subscribe(now -> {
            if (now) {
                open(false);
                sentence.setText(formatter.get("verdict.large"));
            }
        });
        Visibility.showWhen(why, verdict.tooLarge().not());
        verdict.findings().subscribe(now -> show(now));
    }

    private void open(boolean now) {
        open = now;
        why.setText(formatter.get(now ? "verdict.hide" : "verdict.why"));
        why.setVisited(false);
        below.setVisible(now);
        below.setManaged(now);
    }

    private void show(@Nullable TrialFindings findings) {
        if (findings == null) {
            return;
        }
        RunDetails of = run.getValue();
        String verdict = findings.verdict().sentence();
        sentence.setText(
                of != null && of.trials().size() > 1
                        ? formatter.get(
                                "verdict.trial", findings.summary().trial().index() + 1 + "", verdict)
                        : verdict);
        reasons.getChildren().setAll(evidence(findings.evidence()));
        for (String text : texts(findings)) {
            Label label = new Label(text);
            label.setWrapText(true);
            reasons.getChildren().add(label);
        }
    }

    private List<String> texts(TrialFindings findings) {
        List<String> texts = new ArrayList<>(List.of(findings.burst()));
        if (findings.cold() != null && findings.warm() != null) {
            texts.add(formatter.get(
                    "verdict.kinds",
                    findings.cold().functions() + "",
                    findings.cold().median().toString(),
                    findings.warm().functions() + "",
                    findings.warm().median().toString()));
        }
        if (findings.job() != null) {
            texts.add(findings.job().sentence());
            texts.add(findings.job().source());
        }
        return texts;
    }

    private GridPane evidence(List<EvidenceItem> findings) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(4);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(narrow, narrow, wide);
        for (int row = 0; row < findings.size(); row++) {
            EvidenceItem one = findings.get(row);
            String state = one.state().name().toLowerCase(Locale.ROOT);
            Label badge = new Label(formatter.get("verdict.state." + state));
            boolean reached = one.state() == EvidenceItem.State.REACHED;
            badge.getStyleClass().addAll("badge", reached ? "accent-badge" : "neutral-badge");
            Label text = new Label(one.sentence());
            text.setWrapText(true);
            Label subject = new Label(one.subject());
            grid.addRow(row, badge, subject, text);
            List.of(badge, subject, text).forEach(cell -> GridPane.setValignment(cell, VPos.TOP));
        }
        return grid;
    }
}
