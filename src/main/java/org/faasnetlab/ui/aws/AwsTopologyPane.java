package org.faasnetlab.ui.aws;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.setup.TopologyParts;

/** The picture of the testbed: a VPC with its subnet, servers and functions; below it the bucket behind its endpoint. */
final class AwsTopologyPane extends VBox {
    AwsTopologyPane() {
        getStyleClass().add("topology");
    }

    void show(AwsTopology topology) {
        Label around = TopologyParts.small(topology.around());
        around.getStyleClass().setAll("label", "topology-around");
        VBox vpc = new VBox(
                TopologyParts.small(topology.subnet()),
                TopologyParts.box(topology.servers(), "server-box"),
                TopologyParts.wire(topology.servers().chosen(), topology.iperf3Link()),
                TopologyParts.box(topology.functions(), "function-box"));
        vpc.getStyleClass().addAll("topology-parts", "vpc-parts");
        TopologyParts.faintUnless(topology.networkChosen(), around);
        if (!topology.networkChosen()) {
            vpc.getStyleClass().add("faint-frame");
        }
        getChildren()
                .setAll(
                        around,
                        vpc,
                        TopologyParts.wire(topology.bucket().chosen(), topology.s3Link()),
                        TopologyParts.box(topology.bucket(), "storage-box"));
        if (!topology.outside().title().isEmpty()) {
            getChildren().add(0, TopologyParts.box(topology.outside(), "function-box"));
        }
    }
}
