package org.faasnetlab.ui.results;

import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.chart.TimelinePane;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.jspecify.annotations.Nullable;

/** Bandwidth over time of the selected trial. */
final class TimelineTab extends VBox {
    private final ResultsViewModel model;
    private final ChartsViewModel chartsModel;
    private final ResultFormatter formatter;
    private final TimelinePane charts;
    private final Label hint = new Label();
    private @Nullable TrialRow shown;

    TimelineTab(
            ResultsViewModel model,
            ChartsViewModel chartsModel,
            ResultFormatter formatter,
            LineColours colours,
            ObservableValue<ChartTheme> chartTheme,
            ChartExports exports) {
        this.model = model;
        this.chartsModel = chartsModel;
        this.formatter = formatter;
        charts = new TimelinePane(colours, chartTheme, model.unit(), exports);
        charts.setId("results-charts");
        charts.getStyleClass().add("flat");
        VBox.setVgrow(charts, Priority.ALWAYS);
        hint.getStyleClass().add("tile-note");
        hint.setVisible(false);
        hint.managedProperty().bind(hint.visibleProperty());
        charts.addChoice(ChartTab.published(chartsModel, formatter, "timeline"));
        getChildren().addAll(charts, hint);
        model.details().subscribe(now -> show());
        model.trial().subscribe(now -> show());
        model.unit().addListener((property, before, now) -> show());
        chartsModel.published().addListener((property, before, now) -> show());
        model.picked().addListener((SetChangeListener<Integer>) change -> show());
    }

    private boolean isShown(TrialRow trial) {
        return shown != null && shown.runId().equals(trial.runId()) && shown.index() == trial.index();
    }

    private void show() {
        TrialDetails trial = model.trial().get();
        RunDetails run = model.details().get();
        boolean nothing = trial == null && run != null && run.trials().isEmpty();
        // While a trial is being read, neither "no data" nor the previous run may appear.
        charts.setVisible(trial != null);
        hint.setText(formatter.get(nothing ? "trial.none" : "trial.pick"));
        hint.setVisible(nothing || trial != null && trial.drawsBand());
        if (trial != null) {
            if (!isShown(trial.trial())) {
                charts.reset();
                shown = trial.trial();
            }
            charts.show(chartsModel.timeline(trial));
        }
    }
}
