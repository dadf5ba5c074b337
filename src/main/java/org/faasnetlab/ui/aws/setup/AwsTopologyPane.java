package org.faasnetlab.ui.aws.setup;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.wizard.TopologyShapes;
import org.faasnetlab.ui.wizard.TopologyShapes.Part;

/**
 * Draws the topology of the testbed: a VPC with its subnet, servers and functions; below it the bucket behind its
 * endpoint.
 */
final class AwsTopologyPane extends VBox {
    /**
     * Texts of the picture. Parts whose step was not visited are dimmed.
     *
     * @param around text above the VPC's frame
     * @param subnet text inside the frame
     * @param iperf3Link text between servers and functions
     * @param s3Link text between functions and bucket
     * @param outside the function outside the VPC; not drawn if its title is empty
     */
    record Topology(
            String around,
            String subnet,
            boolean networkChosen,
            Part servers,
            Part functions,
            Part bucket,
            String iperf3Link,
            String s3Link,
            Part outside) {}

    AwsTopologyPane() {
        getStyleClass().add("topology");
    }

    void show(Topology topology) {
        Label around = TopologyShapes.small(topology.around());
        around.getStyleClass().setAll("label", "topology-around");
        VBox vpc = new VBox(
                TopologyShapes.small(topology.subnet()),
                TopologyShapes.box(topology.servers(), "server-box"),
                TopologyShapes.wire(topology.servers().chosen(), topology.iperf3Link()),
                TopologyShapes.box(topology.functions(), "function-box"));
        vpc.getStyleClass().addAll("topology-parts", "vpc-parts");
        TopologyShapes.dimUnless(topology.networkChosen(), around);
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
