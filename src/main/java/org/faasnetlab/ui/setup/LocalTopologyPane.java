package org.faasnetlab.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.wizard.TopologyShapes;
import org.faasnetlab.ui.wizard.TopologyShapes.Part;

/**
 * The picture of the testbed: servers at the top, functions on their hosts, the S3 store at the bottom, and links
 * between them.
 */
final class LocalTopologyPane extends VBox {
    private static final int DRAWN_HOSTS = 3;

    /**
     * The testbed as it is drawn. A part is dimmed until its step was visited.
     *
     * @param link label of the link between a function and a server
     * @param hosts simulated hosts, at least 1
     * @param hostLink label of a host's link, or empty if it has none
     * @param kernel whether functions and servers are in network namespaces
     * @param external whether the iperf3 server is one of the user, so that S3 is not measured
     */
    record Topology(
            Part servers,
            Part functions,
            Part storage,
            boolean linkChosen,
            String link,
            int hosts,
            String hostLink,
            boolean kernel,
            boolean external) {}

    private final Texts texts;

    LocalTopologyPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("topology");
    }

    void show(Topology topology) {
        Label around = new Label(texts.get(around(topology)));
        around.getStyleClass().add("topology-around");
        VBox parts = new VBox(
                TopologyShapes.box(topology.servers(), "server-box"),
                TopologyShapes.wire(
                        topology.linkChosen() && topology.servers().chosen(),
                        texts.get("topology.iperf3Link", topology.link())),
                functions(topology),
                TopologyShapes.wire(
                        topology.storage().chosen() && !topology.external(),
                        topology.external()
                                ? texts.get("topology.noS3")
                                : texts.get("topology.s3Link", topology.link())),
                TopologyShapes.box(topology.storage(), "storage-box"));
        parts.getStyleClass().add("topology-parts");
        getChildren().setAll(around, parts);
    }

    private static String around(Topology topology) {
        if (topology.external()) {
            return "topology.aroundExternal";
        }
        return topology.kernel() ? "topology.aroundKernel" : "topology.around";
    }

    private Node functions(Topology topology) {
        HBox hosts = new HBox();
        hosts.getStyleClass().add("host-row");
        int drawn = Math.min(topology.hosts(), DRAWN_HOSTS);
        for (int host = 1; host <= drawn; host++) {
            boolean more = host == DRAWN_HOSTS && topology.hosts() > DRAWN_HOSTS;
            String number = String.valueOf(more ? topology.hosts() : host);
            if (more) {
                hosts.getChildren().add(new Label(texts.get("topology.more")));
            }
            hosts.getChildren().add(host(number));
        }
        VBox group = new VBox(TopologyShapes.labels(topology.functions()), hosts);
        if (!topology.hostLink().isEmpty()) {
            group.getChildren().add(0, TopologyShapes.small(topology.hostLink()));
        }
        group.getStyleClass().addAll("topology-box", "function-box");
        TopologyShapes.dimUnless(topology.functions().chosen(), group);
        return group;
    }

    private Node host(String number) {
        HBox functions = new HBox();
        functions.getStyleClass().add("function-row");
        for (int i = 0; i < 3; i++) {
            Region function = new Region();
            function.getStyleClass().add("function-mark");
            functions.getChildren().add(function);
        }
        VBox host = new VBox(TopologyShapes.small(texts.get("topology.host", number)), functions);
        host.getStyleClass().add("host-box");
        return host;
    }
}
