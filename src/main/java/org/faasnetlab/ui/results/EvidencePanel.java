package org.faasnetlab.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.MethodsCard;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Visibility;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The evidence for the verdict, over the right part of the charts. Escape closes it. */
final class EvidencePanel extends VBox {
    private static final double WIDTH = 480;

    private final ResultFormatter formatter;
    private final VBox reasons = new VBox(6);

    EvidencePanel(ResultsViewModel model, ResultFormatter formatter, VerdictStrip strip) {
        this.formatter = formatter;
        getStyleClass().addAll("card-pane", "evidence-panel");
        setMaxWidth(WIDTH);
        reasons.setId("results-verdict-reasons");
        Label title = CardLabels.heading(formatter.get("verdict.evidence"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox top = new HBox(
                title,
                Buttons.iconOnly(
                        "results-evidence-close",
                        formatter.get("verdict.hide"),
                        Feather.X,
                        () -> strip.evidenceShown().set(false)));
        top.getStyleClass().add("title-line");
        ScrollPane scroll = new ScrollPane(reasons);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll, method(model));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                strip.evidenceShown().set(false);
                event.consume();
            }
        });
        model.verdict().findings().subscribe(this::show);
        Visibility.showWhen(
                this, strip.evidenceShown().and(model.verdict().findings().isNotNull()));
    }

    /** One line about the whole run; the rules that it misses, with the reasons, are in the tooltip. */
    private Label method(ResultsViewModel model) {
        Label method = CardLabels.line("");
        method.setId("results-method");
        Tooltip reasons = new Tooltip();
        reasons.setWrapText(true);
        reasons.setMaxWidth(WIDTH);
        method.setTooltip(reasons);
        model.method().subscribe(card -> {
            method.setText(card == null ? "" : formatter.get("verdict.method", card.summary()));
            reasons.setText(
                    card == null
                            ? ""
                            : card.rules().stream()
                                    .filter(rule -> rule.state() == MethodsCard.State.NOT_MET)
                                    .map(rule -> rule.number() + ". " + rule.rule() + ": " + rule.reason())
                                    .collect(Collectors.joining("\n")));
        });
        return Visibility.showWhen(method, model.method().isNotNull());
    }

    private void show(@Nullable TrialFindings findings) {
        reasons.getChildren().clear();
        if (findings == null) {
            return;
        }
        reasons.getChildren().add(evidence(findings.evidence()));
        texts(findings).forEach(text -> reasons.getChildren().add(CardLabels.line(text)));
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

    private Node evidence(List<EvidenceItem> items) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(6);
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(narrow, wide);
        for (int row = 0; row < items.size(); row++) {
            EvidenceItem item = items.get(row);
            Label badge = new Label(
                    formatter.get("verdict.state." + item.state().name().toLowerCase(Locale.ROOT)));
            badge.getStyleClass().addAll("badge", badgeStyle(item.state()));
            Label subject = new Label(formatter.subject(item));
            subject.getStyleClass().add("run-title");
            VBox text = new VBox(subject, CardLabels.line(item.sentence()));
            grid.addRow(row, badge, text);
            GridPane.setValignment(badge, VPos.TOP);
        }
        return grid;
    }

    private static String badgeStyle(EvidenceItem.State state) {
        return switch (state) {
            case REACHED -> "accent-badge";
            case WITHIN, UNKNOWN -> "neutral-badge";
        };
    }
}
