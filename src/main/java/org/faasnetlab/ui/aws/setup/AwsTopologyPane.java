package org.faasnetlab.ui.aws.setup;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.wizard.TopologyShapes;

/**
 * Draws the topology of the testbed: a VPC with its subnet, servers and functions; below it the bucket behind its
 * endpoint.
 */
final class AwsTopologyPane extends VBox {
    AwsTopologyPane() {
        getStyleClass().add("topology");
    }

    void show(AwsTopology topology) {
        Label around = TopologyShapes.small(topology.around());
        around.getStyleClass().setAll("label", "topology-around");
        VBox vpc = new VBox(
                TopologyShapes.small(topology.subnet()),
                TopologyShapes.box(topology.servers(), "server-box"),
                TopologyShapes.wire(topology.servers().chosen(), topology.iperf3Link()),
                TopologyShapes.box(topology.functions(), "function-box"));
        vpc.getStyleClass().addAll("topology-parts", "vpc-parts");
        TopologyShapes.faintUnless(topology.networkChosen(), around);
        if (!topology.networkChosen()) {
            vpc.getStyleClass().add("faint-frame");
        }
        getChildren()
                .setAll(
                        around,
                        vpc,
                        TopologyShapes.wire(topology.bucket().chosen(), topology.s3Link()),
                        TopologyShapes.box(topology.bucket(), "storage-box"));
        if (!topology.outside().title().isEmpty()) {
            getChildren().add(0, TopologyShapes.box(topology.outside(), "function-box"));
        }
    }
}
