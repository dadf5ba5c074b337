package org.faasnetlab.ui.results;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.chart.TimelinePane;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** The selected trial over time: its bandwidth, which users can explore, or another metric as a plain chart. */
final class TimelineTab extends VBox {
    private final ResultsViewModel model;
    private final ChartsViewModel chartsModel;
    private final ResultFormatter formatter;
    private final TimelinePane charts;
    private final ChartView metricChart;
    private final VBox ofMetric;
    private final Label hint = new Label();
    private final BooleanProperty showsOther = new SimpleBooleanProperty();
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
        charts.logAxis().bindBidirectional(chartsModel.logAxis(ChartKind.TIMELINE));
        charts.addChoice(ChartTab.published(chartsModel, formatter, "timeline"));
        charts.addChoice(ChartChoice.ofMetric(chartsModel, formatter, "timeline"));
        metricChart = new ChartView(chartTheme, model.unit(), exports);
        metricChart.setId("chart-timeline-metric");
        metricChart.offerLogAxis(chartsModel.logAxis(ChartKind.TIMELINE), () -> true);
        VBox.setVgrow(metricChart, Priority.ALWAYS);
        HBox choices = new HBox(ChartChoice.ofMetric(chartsModel, formatter, "timeline-other"));
        choices.getStyleClass().addAll("card-top", "chart-choices");
        ofMetric = new VBox(choices, metricChart);
        ofMetric.getStyleClass().addAll("card-pane", "flat");
        VBox.setVgrow(ofMetric, Priority.ALWAYS);
        Visibility.showWhen(ofMetric, showsOther);
        charts.managedProperty().bind(showsOther.not());
        getChildren().addAll(charts, ofMetric, hint);
        model.details().subscribe(now -> show());
        model.trial().subscribe(now -> show());
        model.verdict().findings().addListener((property, before, now) -> show());
        model.unit().addListener((property, before, now) -> show());
        chartsModel.published().addListener((property, before, now) -> show());
        chartsModel.metric().addListener((property, before, now) -> show());
        chartsModel.metrics().addListener((InvalidationListener) observable -> show());
        model.currentChart().subscribe(drawn -> {
            if (chartsModel.kind().get() == ChartKind.TIMELINE && showsOther.get()) {
                metricChart.show(drawn);
            }
        });
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
        showsOther.set(trial != null && !chartsModel.shownMetric().equals(Metrics.BANDWIDTH));
        charts.setVisible(trial != null && !showsOther.get());
        hint.setText(formatter.get(nothing ? "trial.none" : "trial.pick"));
        hint.setVisible(nothing || (trial != null && trial.drawsBand() && !showsOther.get()));
        if (trial != null) {
            if (!isShown(trial.trial())) {
                charts.clear();
                shown = trial.trial();
            }
            // The header of the screen has the title already; the plots need the room.
            TimelineData timeline = chartsModel.timeline(trial);
            charts.show(
                    timeline.withHeading(ChartHeading.badgeOnly(timeline.head().simulated())));
        }
    }
}
