package org.faasnetlab.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.faasnetlab.ui.common.Texts;

/** The picture of the testbed: servers above, functions on their hosts, the S3 store below, links between them. */
final class TopologyPane extends VBox {
    private static final int DRAWN_HOSTS = 3;

    private final Texts texts;

    TopologyPane(Texts texts) {
        this.texts = texts;
        getStyleClass().add("topology");
    }

    void show(Topology topology) {
        Label around = new Label(texts.get("topology.around"));
        around.getStyleClass().add("topology-around");
        VBox parts = new VBox(
                box(topology.servers(), "server-box"),
                wire(
                        topology.linkChosen() && topology.servers().chosen(),
                        texts.get("topology.iperf3Link", topology.link())),
                functions(topology),
                wire(topology.storage().chosen(), texts.get("topology.s3Link", topology.link())),
                box(topology.storage(), "storage-box"));
        parts.getStyleClass().add("topology-parts");
        getChildren().setAll(around, parts);
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
        VBox group = new VBox(words(topology.functions()), hosts);
        if (!topology.hostLink().isEmpty()) {
            group.getChildren().add(0, small(topology.hostLink()));
        }
        group.getStyleClass().addAll("topology-box", "function-box");
        faintUnless(topology.functions().chosen(), group);
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
        VBox host = new VBox(small(texts.get("topology.host", number)), functions);
        host.getStyleClass().add("host-box");
        return host;
    }

    private static Node box(Topology.Part part, String style) {
        VBox box = new VBox(words(part));
        box.getStyleClass().addAll("topology-box", style);
        faintUnless(part.chosen(), box);
        return box;
    }

    private static VBox words(Topology.Part part) {
        Label title = new Label(part.title());
        title.getStyleClass().add("topology-title");
        VBox words = new VBox(title, small(part.detail()));
        words.getStyleClass().add("topology-words");
        return words;
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
