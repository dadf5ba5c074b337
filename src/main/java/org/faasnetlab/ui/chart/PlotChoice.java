package org.faasnetlab.ui.chart;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.faasnetlab.chart.timeline.TimelineChart.Plots;
import org.faasnetlab.ui.common.Texts;

/**
 * Which plots of a timeline are drawn. Until the user chooses, both are drawn where each of them has enough height to be
 * read.
 */
final class PlotChoice {
    /** The height of a chart in which both plots are 220 pixels high, with a badge and a legend of one line. */
    static final double MIN_HEIGHT_OF_BOTH = 551;

    private final SegmentedButton buttons = new SegmentedButton();
    private final Consumer<Plots> onChange;
    private Plots shown = Plots.BOTH;
    private boolean chosen;

    PlotChoice(Texts texts, Consumer<Plots> onChange) {
        this.onChange = onChange;
        buttons.setId("chart-plots");
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        for (Plots plots : Plots.values()) {
            ToggleButton button = new ToggleButton(texts.get("plots." + plots));
            button.setId("chart-plots-" + plots);
            button.setUserData(plots);
            button.setOnAction(event -> {
                chosen = true;
                show(plots);
            });
            buttons.getButtons().add(button);
        }
        mark();
    }

    Node view() {
        return buttons;
    }

    /** Draws both plots or one, by the height of the chart, unless the user has chosen. */
    void fit(double height) {
        if (!chosen && height > 0) {
            show(height >= MIN_HEIGHT_OF_BOTH ? Plots.BOTH : Plots.FUNCTIONS);
        }
    }

    void setVisible(boolean visible) {
        buttons.setVisible(visible);
        buttons.setManaged(visible);
    }

    private void show(Plots plots) {
        if (plots != shown) {
            shown = plots;
            onChange.accept(plots);
        }
        mark();
    }

    private void mark() {
        for (ToggleButton button : buttons.getButtons()) {
            button.setSelected(button.getUserData() == shown);
        }
    }
}
