package org.faasnetlab.ui.aws;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.testbed.aws.Architecture;
import org.faasnetlab.ui.aws.NetworkChoices.Kind;
import org.faasnetlab.ui.common.Card;
import org.faasnetlab.ui.common.FieldBox;
import org.faasnetlab.ui.common.InputField;
import org.faasnetlab.ui.common.Notice;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.Visibility;
import org.faasnetlab.ui.setup.Options;
import org.faasnetlab.ui.setup.Page;

/** The pages on which network, servers, functions and storage are chosen. */
final class ChoicePages {
    private final Texts texts;
    private final AwsSetupViewModel model;

    ChoicePages(Texts texts, AwsSetupViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    Node network() {
        NetworkChoices choices = model.network();
        ToggleGroup kinds = new ToggleGroup();
        VBox list = new VBox();
        list.getStyleClass().add("choice-list");
        Label zones = Card.muted("");
        zones.setId("zone-offers");
        zones.textProperty().bind(model.offers().words());
        for (Kind kind : Kind.values()) {
            list.getChildren()
                    .add(Options.of(kinds, "network-" + kind, texts.get("network." + kind), choices.kind(), kind));
        }
        return new Page(
                texts.get("step.NETWORK"),
                Card.muted(texts.get("network.about")),
                list,
                field("vpc-block", choices.vpcBlock(), texts.get("network.vpcBlock.hint")),
                field("vpc-id", choices.vpcId(), texts.get("network.vpcId.hint")),
                field("subnet-block", choices.subnetBlock(), texts.get("network.subnetBlock.hint")),
                field("subnet-id", choices.subnetId(), texts.get("network.subnetId.hint")),
                field("route-table-id", choices.routeTableId(), texts.get("network.routeTableId.hint")),
                field("public-block", choices.publicBlock(), texts.get("network.publicBlock.hint")),
                field("public-subnet-id", choices.publicSubnetId(), texts.get("network.publicSubnetId.hint")),
                FieldBox.suggestions(
                        "zone",
                        choices.zone(),
                        texts.get("network.zone.hint"),
                        model.offers().zones()),
                Visibility.showWhen(zones, zones.textProperty().isNotEmpty()));
    }

    /** A field of the network, shown only where the kind that was chosen has it. */
    private Node field(String id, InputField field, String hint) {
        NetworkChoices choices = model.network();
        ObservableValue<Boolean> counts = Bindings.createBooleanBinding(
                () -> choices.fields().contains(field),
                choices.kind(),
                model.servers().publicServers().wantedProperty());
        return Visibility.showWhen(FieldBox.text(id, field, hint), counts);
    }

    Node servers() {
        ServerChoices choices = model.servers();
        PublicServers open = choices.publicServers();
        return new Page(
                texts.get("step.SERVERS"),
                Card.muted(texts.get("servers.about")),
                FieldBox.suggestions(
                        "server-type",
                        choices.type(),
                        texts.get("servers.type.hint"),
                        "c6in.large",
                        "c6in.xlarge",
                        "c6in.4xlarge",
                        "c6in.8xlarge",
                        "c7gn.xlarge",
                        "c7gn.4xlarge"),
                pair(
                        FieldBox.text("server-count", choices.count(), texts.get("servers.count.hint")),
                        FieldBox.text("server-ports", choices.ports(), texts.get("servers.ports.hint"))),
                FieldBox.text("lease", choices.lease(), texts.get("servers.lease.hint")),
                outside("servers-outside", open),
                when(FieldBox.text("public-servers", open.field(), texts.get("servers.public.hint")), open));
    }

    Node functions() {
        FunctionChoices choices = model.functions();
        ToggleGroup runtimes = new ToggleGroup();
        HBox runtime = new HBox(new Label(texts.get("functions.runtime")));
        for (String one : FunctionChoices.RUNTIMES) {
            runtime.getChildren().add(Options.of(runtimes, "runtime-" + one, one, choices.runtime(), one));
        }
        ToggleGroup architectures = new ToggleGroup();
        HBox architecture = new HBox(new Label(texts.get("functions.architecture")));
        for (Architecture one : Architecture.values()) {
            architecture
                    .getChildren()
                    .add(Options.of(architectures, "architecture-" + one, one.id(), choices.architecture(), one));
        }
        runtime.getStyleClass().add("radio-row");
        architecture.getStyleClass().add("radio-row");
        return new Page(
                texts.get("step.FUNCTIONS"),
                Card.muted(texts.get("functions.about")),
                FieldBox.text("aws-at-most", choices.atMost(), texts.get("functions.atMost.hint")),
                runtime,
                architecture,
                Card.muted(texts.get("functions.architecture.about")),
                FieldBox.text("aws-memory", choices.memory(), texts.get("functions.memory.hint")),
                outside("functions-outside", model.servers().publicServers()),
                Card.muted(texts.get("functions.outside.about")),
                FieldBox.text("permissions-boundary", choices.boundary(), texts.get("functions.boundary.hint")));
    }

    Node storage() {
        return new Page(
                texts.get("step.STORAGE"),
                Card.muted(texts.get("storage.about")),
                Card.line(texts.get("storage.holds")),
                Card.line(texts.get("storage.time")),
                Card.line(texts.get("storage.closed")),
                Card.line(texts.get("storage.logs")),
                Notice.information(texts.get("storage.urls")));
    }

    private Node outside(String id, PublicServers open) {
        CheckBox box = new CheckBox(texts.get("functions.outside"));
        box.setId(id);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(open.wantedProperty());
        return box;
    }

    private static Node when(Node node, PublicServers open) {
        return Visibility.showWhen(node, open.wantedProperty());
    }

    private static Node pair(Node left, Node right) {
        HBox pair = new HBox(left, right);
        pair.getStyleClass().add("field-columns");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return pair;
    }
}
