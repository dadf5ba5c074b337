package org.faasnetlab.ui.live;

import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.chart.BandCurves;
import org.faasnetlab.ui.chart.BandwidthChart;
import org.faasnetlab.ui.chart.BandwidthUnit;
import org.faasnetlab.ui.chart.ChartLook;
import org.faasnetlab.ui.chart.TimeWindow;

/** Bandwidth of each function, and of all together below it, over the same time. */
final class LiveCharts extends VBox {
    private static final double SHORTEST_SECONDS = 5;

    private final LiveWords words;
    private final LineColours colours;
    private final TimeWindow window = new TimeWindow();
    private final BandwidthChart each;
    private final BandwidthChart all;
    private final Label eachTitle = new Label();

    LiveCharts(LiveViewModel model, LiveWords words, LineColours colours, ObservableValue<ChartLook> look) {
        this.words = words;
        this.colours = colours;
        each = new BandwidthChart(look, window);
        all = new BandwidthChart(look, window);
        window.follow().bindBidirectional(model.follow());
        getStyleClass().add("lab-card");
        Label allTitle = new Label(words.get("chart.all"));
        allTitle.getStyleClass().add("card-title");
        eachTitle.getStyleClass().add("card-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox top = new HBox(eachTitle, between, units(model), followToggle(model));
        top.getStyleClass().add("card-top");
        each.pane().setId("live-chart-each");
        all.pane().setId("live-chart-all");
        each.pane().setPrefHeight(260);
        all.pane().setPrefHeight(240);
        VBox.setVgrow(each.pane(), Priority.ALWAYS);
        VBox.setVgrow(all.pane(), Priority.ALWAYS);
        getChildren().addAll(top, each.pane(), allTitle, all.pane());
    }

    void show(LiveSnapshot snapshot, BandwidthUnit unit) {
        Timeline timeline = snapshot.timeline();
        boolean band = snapshot.drawsBand();
        eachTitle.setText(words.get(band ? "chart.each.band" : "chart.each"));
        window.setWhole(wholeSeconds(snapshot));
        String label = timeLabel(snapshot.progress(), unit);
        each.setTimeLabel(label);
        all.setTimeLabel(label);
        List<BandwidthChart.Line> lines = timeline.lines().stream()
                .map(line -> new BandwidthChart.Line(line.curve(), colours.index(line.worker())))
                .toList();
        each.show(lines, band ? timeline.band() : BandCurves.NONE, unit);
        all.show(List.of(), BandCurves.under(timeline.aggregate()), unit);
    }

    private String timeLabel(RunProgress progress, BandwidthUnit unit) {
        String seconds = words.get("chart.axis", unit.symbol());
        return progress.simulated() ? seconds + LiveWords.DOT + words.get("header.simulated") : seconds;
    }

    /** The length that the plan gives, or what has been drawn if that is longer or there is none. */
    private static double wholeSeconds(LiveSnapshot snapshot) {
        Duration length = snapshot.progress().length();
        double last = snapshot.timeline().aggregate().lastX();
        for (Timeline.Line line : snapshot.timeline().lines()) {
            last = Math.max(last, line.curve().lastX());
        }
        return Math.max(last, length == null ? SHORTEST_SECONDS : length.toMillis() / 1e3);
    }

    private ChoiceBox<BandwidthUnit> units(LiveViewModel model) {
        ChoiceBox<BandwidthUnit> units = new ChoiceBox<>();
        units.getItems().setAll(BandwidthUnit.values());
        units.valueProperty().bindBidirectional(model.unit());
        units.setId("live-unit");
        units.setAccessibleText(words.get("chart.unit"));
        units.setTooltip(new Tooltip(words.get("chart.unit")));
        return units;
    }

    private ToggleButton followToggle(LiveViewModel model) {
        ToggleButton follow = new ToggleButton(words.get("follow"));
        follow.setId("live-follow");
        follow.setTooltip(new Tooltip(words.get("follow.hint")));
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.selectedProperty().bindBidirectional(model.follow());
        return follow;
    }
}
