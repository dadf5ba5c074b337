package org.faasnetlab.ui.aws;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.faasnetlab.ui.aws.AwsTopology.Part;

/** The picture of the testbed: a VPC with its subnet, servers and functions; below it the bucket behind its endpoint. */
final class AwsTopologyPane extends VBox {
    AwsTopologyPane() {
        getStyleClass().add("topology");
    }

    void show(AwsTopology topology) {
        Label around = small(topology.around());
        around.getStyleClass().setAll("label", "topology-around");
        VBox vpc = new VBox(
                small(topology.subnet()),
                box(topology.servers(), "server-box"),
                wire(topology.servers().chosen(), topology.iperf3Link()),
                box(topology.functions(), "function-box"));
        vpc.getStyleClass().addAll("topology-parts", "vpc-parts");
        faintUnless(topology.networkChosen(), around);
        if (!topology.networkChosen()) {
            vpc.getStyleClass().add("faint-frame");
        }
        getChildren()
                .setAll(
                        around,
                        vpc,
                        wire(topology.bucket().chosen(), topology.s3Link()),
                        box(topology.bucket(), "storage-box"));
        if (!topology.outside().title().isEmpty()) {
            getChildren().add(0, box(topology.outside(), "function-box"));
        }
    }

    private static Node box(Part part, String style) {
        Label title = small(part.title());
        title.getStyleClass().setAll("label", "topology-title");
        VBox words = new VBox(title, small(part.detail()));
        words.getStyleClass().add("topology-words");
        VBox box = new VBox(words);
        box.getStyleClass().addAll("topology-box", style);
        faintUnless(part.chosen(), box);
        return box;
    }

    /** A line with its words in the middle of it. */
    private static Node wire(boolean chosen, String words) {
        Region line = new Region();
        line.getStyleClass().add("wire");
        Label label = small(words);
        label.getStyleClass().add("wire-label");
        StackPane wire = new StackPane(line, label);
        wire.getStyleClass().add("wire-pane");
        faintUnless(chosen, wire);
        return wire;
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("topology-detail");
        return label;
    }

    private static void faintUnless(boolean chosen, Node node) {
        if (!chosen) {
            node.getStyleClass().add("faint");
        }
    }
}
