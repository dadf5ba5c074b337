package org.faasnetlab.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.MethodsCard;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FactGrid;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What is behind the numbers of the selected trial: the trial, the evidence for the verdict, the method, settings and
 * environment of the run. Beside the charts where there is room, else over their right part. Escape closes it.
 */
final class RunInspector extends VBox {
    /** Width in pixels. */
    static final double WIDTH = 320;

    private static final double NAME_WIDTH = 112;
    private static final double TOOLTIP_WIDTH = 480;

    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final Desktop desktop;
    private final RunFacts facts;
    private final VBox reasons = new VBox(6);
    private final FactGrid trial = grid("results-trial-facts");
    private final FactGrid settings = grid("results-settings");
    private final FactGrid environment = grid("results-environment");

    RunInspector(
            ResultsViewModel model, ResultFormatter formatter, VerdictStrip strip, Desktop desktop, RunFacts facts) {
        this.model = model;
        this.formatter = formatter;
        this.desktop = desktop;
        this.facts = facts;
        setId("results-inspector");
        getStyleClass().addAll("card-pane", "run-inspector");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        reasons.setId("results-verdict-reasons");
        Label title = CardLabels.heading(formatter.get("inspector.title"));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox top = new HBox(
                title,
                Buttons.iconOnly(
                        "results-evidence-close",
                        formatter.get("inspector.hide"),
                        Feather.X,
                        () -> strip.detailsShown().set(false)));
        top.getStyleClass().add("title-line");
        VBox evidence = new VBox(8, reasons, method(model));
        VBox sections = new VBox(
                Visibility.showWhen(section("trial", trial, true), model.trial().isNotNull()),
                Visibility.showWhen(
                        section("evidence", evidence, true),
                        model.verdict().findings().isNotNull()),
                section("settings", settings, true),
                section("environment", environment, false));
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll);
        model.verdict().findings().subscribe(this::show);
        model.trial().subscribe(now -> showTrial());
        model.run().subscribe(this::showRun);
        Visibility.showWhen(this, strip.detailsShown().and(model.run().isNotNull()));
    }

    private static FactGrid grid(String id) {
        FactGrid grid = new FactGrid(NAME_WIDTH);
        grid.setId(id);
        return grid;
    }

    /** A part with a heading that folds it. */
    private TitledPane section(String key, Node content, boolean expanded) {
        TitledPane pane = new TitledPane(formatter.get("inspector." + key), content);
        pane.setId("results-inspector-" + key);
        pane.getStyleClass().add("inspector-section");
        pane.setAnimated(false);
        pane.setExpanded(expanded);
        return pane;
    }

    private void showTrial() {
        RunDetails run = model.details().get();
        TrialDetails shown = model.trial().get();
        fill(
                trial,
                run == null || shown == null
                        ? List.of()
                        : facts.trial(run, shown, model.verdict().findings().get()));
    }

    private void showRun(@Nullable RunRow run) {
        fill(settings, run == null ? List.of() : facts.settings(run));
        fill(environment, run == null ? List.of() : facts.environment(run));
    }

    /** Shows facts, which the context menu copies. */
    private void fill(FactGrid grid, List<Map.Entry<String, String>> shown) {
        grid.clear();
        shown.forEach(fact -> grid.add(fact.getKey(), fact.getValue()));
        MenuItem copy = new MenuItem(formatter.get("inspector.copy"));
        copy.setOnAction(event -> desktop.copy(shown.stream()
                .map(fact -> fact.getKey() + "\t" + fact.getValue())
                .collect(Collectors.joining("\n", "", "\n"))));
        ContextMenu menu = new ContextMenu(copy);
        grid.setOnContextMenuRequested(event -> menu.show(grid, event.getScreenX(), event.getScreenY()));
    }

    /** One line about the whole run; the rules that it misses, with the reasons, are in the tooltip. */
    private Label method(ResultsViewModel model) {
        Label method = CardLabels.line("");
        method.setId("results-method");
        Tooltip reasons = new Tooltip();
        reasons.setWrapText(true);
        reasons.setMaxWidth(TOOLTIP_WIDTH);
        method.setTooltip(reasons);
        DomainTexts domain = new DomainTexts();
        model.method().subscribe(card -> {
            method.setText(card == null ? "" : formatter.get("verdict.method", domain.text(card.summary())));
            reasons.setText(
                    card == null
                            ? ""
                            : card.rules().stream()
                                    .filter(rule -> rule.state() == MethodsCard.State.NOT_MET)
                                    .map(rule -> rule.number() + ". " + domain.text(rule.rule()) + ": "
                                            + domain.text(rule.reason()))
                                    .collect(Collectors.joining("\n")));
        });
        return Visibility.showWhen(method, model.method().isNotNull());
    }

    private void show(@Nullable TrialFindings findings) {
        showTrial();
        reasons.getChildren().clear();
        if (findings == null) {
            return;
        }
        reasons.getChildren().add(evidence(findings.evidence()));
        texts(findings).forEach(text -> reasons.getChildren().add(CardLabels.line(text)));
    }

    private List<String> texts(TrialFindings findings) {
        DomainTexts domain = new DomainTexts();
        List<String> texts = new ArrayList<>(List.of(domain.text(findings.burst())));
        if (findings.cold() != null && findings.warm() != null) {
            texts.add(formatter.get(
                    "verdict.kinds",
                    findings.cold().functions() + "",
                    findings.cold().median().toString(),
                    findings.warm().functions() + "",
                    findings.warm().median().toString()));
        }
        if (findings.job() != null) {
            texts.add(domain.text(findings.job().sentence()));
            texts.add(domain.text(findings.job().source()));
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
            VBox text = new VBox(subject, CardLabels.line(new DomainTexts().text(item.sentence())));
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
