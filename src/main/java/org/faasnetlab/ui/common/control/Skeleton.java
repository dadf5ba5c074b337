package org.faasnetlab.ui.common.control;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The outline of content that is being read. It covers what was there before, which describes something else. */
public final class Skeleton extends StackPane {

    private Skeleton(String text, Node outline, Pos place) {
        getStyleClass().add("skeleton");
        Label label = CardLabels.muted(text);
        setAlignment(outline, place);
        getChildren().addAll(outline, label);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text);
    }

    /**
     * A list or table.
     *
     * @param text says what is being read
     */
    public static Skeleton ofRows(int rows, String text) {
        return new Skeleton(text, Drawing.bars(rows), Pos.TOP_LEFT);
    }

    /** A chart with its axes. */
    public static Skeleton ofChart(String text) {
        Region plot = new Region();
        plot.getStyleClass().add("skeleton-plot");
        VBox outline = new VBox(plot);
        outline.getStyleClass().add("skeleton-chart");
        VBox.setVgrow(plot, Priority.ALWAYS);
        return new Skeleton(text, outline, Pos.CENTER);
    }
}
