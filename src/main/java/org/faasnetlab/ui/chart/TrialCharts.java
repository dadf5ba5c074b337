package org.faasnetlab.ui.chart;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** A trial's bandwidth for each function, and for all together below it, over the same time. */
public final class TrialCharts extends VBox {
    private final Texts texts = Texts.of(TrialCharts.class);
    private final LineColours colours;
    private final TimeWindow window = new TimeWindow();
    private final BandwidthChart each;
    private final BandwidthChart all;
    private final Label eachTitle = new Label();
    private final Label allTitle = new Label(texts.get("all"));
    private final Property<BandwidthUnit> unit;

    /**
     * @param unit the unit that is shown; the user can choose another here
     */
    public TrialCharts(LineColours colours, ObservableValue<ChartTheme> look, Property<BandwidthUnit> unit) {
        this.colours = colours;
        this.unit = unit;
        each = new BandwidthChart(look, window);
        all = new BandwidthChart(look, window);
        getStyleClass().add("card-pane");
        setMinWidth(0);
        allTitle.getStyleClass().add("card-title");
        eachTitle.getStyleClass().add("card-title");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox top = new HBox(eachTitle, between, units(), whole());
        top.getStyleClass().add("card-top");
        each.pane().setId("chart-each");
        all.pane().setId("chart-all");
        each.pane().setPrefHeight(260);
        all.pane().setPrefHeight(240);
        VBox.setVgrow(each.pane(), Priority.ALWAYS);
        VBox.setVgrow(all.pane(), Priority.ALWAYS);
        getChildren().addAll(top, each.pane(), allTitle, all.pane());
    }

    /** Whether the whole time is shown, also while it grows; off while the user looks at a part of it. */
    public BooleanProperty follow() {
        return window.follow();
    }

    /**
     * @param band whether the band is drawn
     * @param seconds length of the time axis
     * @param simulated whether the network's speed is simulated, which the charts then say
     */
    public void show(TrialCurves curves, boolean band, double seconds, boolean simulated) {
        BandwidthUnit shown = unit.getValue();
        each.setNothingLabel(texts.get("nothing"));
        all.setNothingLabel(texts.get("nothing"));
        eachTitle.setText(texts.get(band ? "each.band" : "each"));
        window.setWhole(seconds);
        String label = texts.get(simulated ? "axis.simulated" : "axis");
        each.setTimeLabel(label);
        all.setTimeLabel(label);
        List<BandwidthChart.Line> lines = curves.lines().stream()
                .map(line -> new BandwidthChart.Line(line.curve(), colours.index(line.worker())))
                .toList();
        each.show(lines, band ? curves.band() : BandCurves.NONE, shown);
        all.show(List.of(), BandCurves.under(curves.aggregate()), shown);
    }

    /** Marks the mean of all functions together over their common window; null for none. */
    public void markCommonWindow(@Nullable MeanMark window) {
        BandwidthUnit shown = unit.getValue();
        all.mark(window, shown);
        allTitle.setText(window == null ? texts.get("all") : texts.get("all.window", shown.text(window.mean())));
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
