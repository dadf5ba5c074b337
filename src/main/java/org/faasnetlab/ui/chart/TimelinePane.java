package org.faasnetlab.ui.chart;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A trial's timeline with controls for the unit and the visible part of the time axis. */
public final class TimelinePane extends StackPane {
    private final Texts texts = Texts.of(TimelinePane.class);
    private final LineColours colours;
    private final TimeWindow window = new TimeWindow();
    private final FlowPane top = new FlowPane(8, 4);
    private final TimelineChart chart;
    private final ChartPane pane;
    private final ObjectProperty<BandwidthUnit> unit;
    private final PlotChoice plots;
    private final ChartMenu menu;
    private final BooleanProperty logAxis = new SimpleBooleanProperty();
    private @Nullable TimelineData shown;

    /**
     * @param chartTheme the chart follows it
     * @param unit the unit that is shown; the user can change it here
     */
    public TimelinePane(
            LineColours colours,
            ObservableValue<ChartTheme> chartTheme,
            ObjectProperty<BandwidthUnit> unit,
            ChartExports exports) {
        this.colours = colours;
        this.unit = unit;
        chart = new TimelineChart(chartTheme.getValue());
        pane = new ChartPane(chart, window, this::clicked);
        pane.setId("chart-timeline");
        chartTheme.addListener((property, before, now) -> pane.redraw(() -> chart.applyTheme(now)));
        setMinWidth(0);
        pane.setPrefHeight(500);
        VBox.setVgrow(pane, Priority.ALWAYS);
        VBox content = new VBox(top, pane);
        content.getStyleClass().addAll("card-pane", "timeline-pane");
        getChildren().add(content);
        FullSize fullSize = new FullSize(this, content);
        top.getChildren()
                .addAll(
                        icon("back", Feather.CORNER_UP_LEFT, window::back, window.canGoBack()),
                        icon("forward", Feather.CORNER_UP_RIGHT, window::forward, window.canGoForward()),
                        fullRange(),
                        new UnitChoice("chart-unit", unit),
                        Buttons.iconOnly(
                                "chart-full-size", texts.get("fullSize"), Feather.MAXIMIZE_2, fullSize::toggle));
        top.getStyleClass().add("card-top");
        plots = new PlotChoice(texts, chosen -> pane.redraw(() -> chart.choosePlots(chosen)));
        top.getChildren().add(0, plots.view());
        pane.heightProperty().addListener((property, before, now) -> plots.fit(now.doubleValue()));
        InvalidationListener lines = changed -> redraw();
        colours.highlighted().addListener(lines);
        colours.hidden().addListener(lines);
        unit.addListener(lines);
        logAxis.addListener((property, before, now) -> pane.redraw(() -> chart.setLogarithmic(now)));
        menu = new ChartMenu(pane, this::saved, unit, exports, fullSize)
                .with("marker-a", "menu.markerA", () -> pane.place(Markers.Marker.A))
                .with("marker-b", "menu.markerB", () -> pane.place(Markers.Marker.B))
                .with("no-markers", "menu.noMarkers", pane::clearMarkers)
                .with("reset", "menu.reset", this::resetAll)
                .withChoice("log-axis", "menu.logAxis", logAxis, () -> true);
        menu.install(pane);
    }

    /** Whether the whole range is shown, also while it grows; false while the user is zoomed in. */
    public BooleanProperty follow() {
        return window.follow();
    }

    /** Whether the axes of values are logarithmic, here and in saved pictures. */
    public BooleanProperty logAxis() {
        return logAxis;
    }

    /** Shows the whole range and forgets the parts shown before, for another trial. */
    public void reset() {
        colours.reset();
        pane.clearMarkers();
        window.reset();
    }

    /** As {@link #reset}, before the timeline of another trial is shown, so that the one before is not seen any more. */
    public void clear() {
        pane.clear();
        reset();
    }

    /** The same, and linear axes. */
    private void resetAll() {
        reset();
        logAxis.set(false);
    }

    /** Adds a control beside the existing ones. */
    public void addChoice(Node choice) {
        top.getChildren().add(0, choice);
    }

    /** Offers published results in the context menu; whoever shows the timeline draws them over it. */
    public void offerPublished(BooleanProperty on) {
        menu.withChoice("published", "menu.published", on, () -> true);
    }

    public void show(TimelineData data) {
        shown = data;
        window.setFullRange(data.endSecond());
        redraw();
    }

    /** The unit of rates of single functions, which the axis has too. */
    public BandwidthUnit functionsUnit() {
        return chart.functionsUnit();
    }

    /** The unit of rates of all functions together. */
    public BandwidthUnit aggregateUnit() {
        return chart.aggregateUnit();
    }

    /** Sets what stands in place of curves while there are none. */
    public void setNothing(String text) {
        chart.setNothing(text);
    }

    ChartMenu menu() {
        return menu;
    }

    private void redraw() {
        TimelineData data = visible();
        if (data != null) {
            pane.redraw(() -> chart.show(data, colours, unit.getValue()));
            plots.setVisible(chart.hasAggregate());
        }
    }

    private void clicked(int functionIndex, boolean hide) {
        // Where a band stands for the functions, a line is there because it was picked, and goes by the same way.
        if (hide && shown != null && !shown.asBand()) {
            colours.toggleHidden(functionIndex);
        } else if (!hide) {
            colours.toggleHighlight(functionIndex);
        }
    }

    private @Nullable ChartData saved() {
        TimelineData data = visible();
        return data == null ? null : LogarithmicChart.of(data, logAxis.get());
    }

    private @Nullable TimelineData visible() {
        return shown == null ? null : shown.without(colours.hidden());
    }

    private Button fullRange() {
        Button all = Buttons.plain("chart-whole", texts.get("whole"), window::showAll);
        all.setTooltip(new Tooltip(texts.get("whole.hint")));
        return all;
    }

    private Button icon(String id, Feather icon, Runnable action, ObservableValue<Boolean> enabled) {
        Button button = Buttons.iconOnly("chart-" + id, texts.get("zoom." + id), icon, action);
        button.disableProperty().bind(enabled.map(on -> !on));
        return button;
    }
}
