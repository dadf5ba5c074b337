package org.faasnetlab.ui.experiment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.plan.PlanCost;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.testbed.aws.pricing.RunPrices;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The estimate of the run: trials, time, bytes and cost. */
final class EstimateBar extends GridPane {
    private static final double TOOLTIP_WIDTH = 420;

    private final Texts texts;
    private final DomainTexts domain = new DomainTexts();
    private final Label trials = value("estimate-trials");
    private final Label time = value("estimate-time");
    private final Label bytes = value("estimate-bytes");
    private final Label cost = value("estimate-cost");

    EstimateBar(Texts texts) {
        this.texts = texts;
        getStyleClass().add("estimate-bar");
        cost.getStyleClass().add("tile-value-note");
        addRow(
                0,
                tile(texts.get("estimate.trials"), trials),
                tile(texts.get("estimate.time"), time),
                tile(texts.get("estimate.bytes"), bytes),
                tile(texts.get("estimate.cost"), cost));
        for (int i = 0; i < 4; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(25);
            getColumnConstraints().add(column);
        }
    }

    void show(@Nullable PlanEstimate estimate, @Nullable RunCost run) {
        if (estimate == null || run == null) {
            trials.setText(texts.get("estimate.unknown"));
            time.setText(texts.get("estimate.unknown"));
            bytes.setText(texts.get("estimate.unknown"));
            cost.setText(texts.get("estimate.unknown"));
            cost.setTooltip(null);
            return;
        }
        trials.setText(String.valueOf(estimate.trials()));
        time.setText(texts.get("estimate.about", DurationFormatter.format(estimate.duration())));
        bytes.setText(
                estimate.bytesAtMost() == null
                        ? texts.get("estimate.bytes.open")
                        : estimate.bytesAtMost().toString());
        showCost(run);
    }

    private void showCost(RunCost run) {
        PlanCost functions = run.functions();
        RunPrices testbed = run.testbed();
        if (testbed == null) {
            cost.setText(texts.get("estimate.cost.none", functions.dollars()));
            cost.setTooltip(new Tooltip(texts.get(
                    "estimate.cost.hint",
                    functions.source().region(),
                    functions.source().date().toString())));
            return;
        }
        Double hour = testbed.serversUsdPerHour();
        Double servers = run.serversUsd();
        if (hour == null || servers == null) {
            cost.setText(texts.get("estimate.cost.functions", functions.dollars()));
            cost.setTooltip(wrapped(texts.get("estimate.cost.functions.hint", domain.text(testbed.basis()))));
        } else {
            cost.setText(texts.get(
                    "estimate.cost.run", PlanCost.dollars(functions.usd() + servers), PlanCost.dollars(hour)));
            cost.setTooltip(wrapped(texts.get(
                    "estimate.cost.run.hint",
                    functions.dollars(),
                    PlanCost.dollars(servers),
                    domain.text(testbed.basis()))));
        }
    }

    private static Tooltip wrapped(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
    }

    private static Node tile(String name, Label value) {
        Label title = new Label(name);
        title.getStyleClass().add("tile-name");
        return new VBox(title, value);
    }

    private static Label value(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add("tile-value");
        return label;
    }
}
