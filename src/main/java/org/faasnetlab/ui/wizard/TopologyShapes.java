package org.faasnetlab.ui.wizard;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Shapes for pictures of testbeds: boxes, lines between them, and labels. */
public final class TopologyShapes {
    private TopologyShapes() {}

    /**
     * A box with two lines of text.
     *
     * @param chosen whether the user has visited its step; dimmed until then
     */
    public record Part(boolean chosen, String title, String detail) {}

    public static Node box(Part part, String style) {
        VBox box = new VBox(labels(part));
        box.getStyleClass().addAll("topology-box", style);
        dimUnless(part.chosen(), box);
        return box;
    }

    public static VBox labels(Part part) {
        Label title = small(part.title());
        title.getStyleClass().setAll("label", "topology-title");
        VBox labels = new VBox(title, small(part.detail()));
        labels.getStyleClass().add("topology-labels");
        return labels;
    }

    /** A line with a label in its middle. */
    public static Node wire(boolean chosen, String text) {
        Region line = new Region();
        line.getStyleClass().add("wire");
        Label label = small(text);
        label.getStyleClass().add("wire-label");
        StackPane wire = new StackPane(line, label);
        wire.getStyleClass().add("wire-pane");
        dimUnless(chosen, wire);
        return wire;
    }

    public static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("topology-detail");
        return label;
    }

    public static void dimUnless(boolean chosen, Node node) {
        if (!chosen) {
            node.getStyleClass().add("faint");
        }
    }
}
