package org.faasnetlab.ui.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.Texts;

/** A trial's timeline with controls for the unit and the visible part of the time axis. */
public final class TimelinePane extends VBox {
    private final Texts texts = Texts.of(TimelinePane.class);
    private final LineColours colours;
    private final TimeWindow window = new TimeWindow();
    private final HBox top = new HBox();
    private final TimelineChart chart;
    private final ChartPane pane;
    private final Property<BandwidthUnit> unit;

    /**
     * @param look colours; the chart follows them
     * @param unit the unit that is shown; the user can change it here
     */
    public TimelinePane(LineColours colours, ObservableValue<ChartTheme> chartTheme, Property<BandwidthUnit> unit) {
        this.colours = colours;
        this.unit = unit;
        chart = new TimelineChart(chartTheme.getValue());
        pane = new ChartPane(chart.chart(), chart.time(), window);
        pane.setId("chart-timeline");
        chartTheme.addListener((property, before, now) -> pane.redraw(() -> chart.applyTheme(now)));
        getStyleClass().add("card-pane");
        setMinWidth(0);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        top.getChildren().addAll(between, units(), whole());
        top.getStyleClass().add("card-top");
        pane.setPrefHeight(500);
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(top, pane);
    }

    /** Whether the whole range is shown, also while it grows; false while the user is zoomed in. */
    public BooleanProperty follow() {
        return window.follow();
    }

    /** Adds a control beside the existing ones. */
    public void addChoice(Node choice) {
        top.getChildren().add(0, choice);
    }

    public void show(TimelineData data) {
        window.setWhole(data.endSecond());
        pane.redraw(() -> chart.show(data, colours::index, unit.getValue()));
    }

    private ChoiceBox<BandwidthUnit> units() {
        ChoiceBox<BandwidthUnit> units = new ChoiceBox<>();
        units.getItems().setAll(BandwidthUnit.values());
        units.valueProperty().bindBidirectional(unit);
        units.setId("chart-unit");
        units.setAccessibleText(texts.get("unit"));
        units.setTooltip(new Tooltip(texts.get("unit")));
        return units;
    }

    private ToggleButton whole() {
        ToggleButton whole = new ToggleButton(texts.get("whole"));
        whole.setId("chart-whole");
        whole.setTooltip(new Tooltip(texts.get("whole.hint")));
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.selectedProperty().bindBidirectional(window.follow());
        return whole;
    }
}
