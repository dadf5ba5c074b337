package org.faasnetlab.ui.aws.setup;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.aws.setup.AwsNetworkChoices.Kind;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FieldBox;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.wizard.RadioOptions;
import org.faasnetlab.ui.wizard.WizardPage;
import org.faasnetlab.workload.Architecture;

/** The pages for network, servers, functions and storage. */
final class AwsSetupPages {
    private final Texts texts;
    private final AwsSetupViewModel model;

    AwsSetupPages(Texts texts, AwsSetupViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    Node network() {
        AwsNetworkChoices choices = model.network();
        ToggleGroup kinds = new ToggleGroup();
        VBox list = new VBox();
        list.getStyleClass().add("choice-list");
        Label zones = CardLabels.muted("");
        zones.setId("zone-offers");
        zones.textProperty().bind(model.offers().message());
        for (Kind kind : Kind.values()) {
            list.getChildren()
                    .add(RadioOptions.of(kinds, "network-" + kind, texts.get("network." + kind), choices.kind(), kind));
        }
        return new WizardPage(
                texts.get("step.NETWORK"),
                CardLabels.muted(texts.get("network.about")),
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

    /** A field of the network, shown only if the chosen kind has it. */
    private Node field(String id, InputField field, String hint) {
        AwsNetworkChoices choices = model.network();
        ObservableValue<Boolean> counts = Bindings.createBooleanBinding(
                () -> choices.fields().contains(field),
                choices.kind(),
                model.servers().publicServers().wantedProperty());
        return Visibility.showWhen(FieldBox.text(id, field, hint), counts);
    }

    Node servers() {
        AwsServerChoices choices = model.servers();
        PublicServerChoice open = choices.publicServers();
        return new WizardPage(
                texts.get("step.SERVERS"),
                CardLabels.muted(texts.get("servers.about")),
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
        AwsFunctionChoices choices = model.functions();
        ToggleGroup runtimes = new ToggleGroup();
        HBox runtime = new HBox(new Label(texts.get("functions.runtime")));
        for (String id : AwsFunctionChoices.RUNTIMES) {
            runtime.getChildren().add(RadioOptions.of(runtimes, "runtime-" + id, id, choices.runtime(), id));
        }
        ToggleGroup architectures = new ToggleGroup();
        HBox architecture = new HBox(new Label(texts.get("functions.architecture")));
        for (Architecture each : Architecture.values()) {
            architecture
                    .getChildren()
                    .add(RadioOptions.of(
                            architectures, "architecture-" + each, each.id(), choices.architecture(), each));
        }
        runtime.getStyleClass().add("radio-row");
        architecture.getStyleClass().add("radio-row");
        return new WizardPage(
                texts.get("step.FUNCTIONS"),
                CardLabels.muted(texts.get("functions.about")),
                FieldBox.text("aws-at-most", choices.atMost(), texts.get("functions.atMost.hint")),
                runtime,
                architecture,
                CardLabels.muted(texts.get("functions.architecture.about")),
                FieldBox.text("aws-memory", choices.memory(), texts.get("functions.memory.hint")),
                outside("functions-outside", model.servers().publicServers()),
                CardLabels.muted(texts.get("functions.outside.about")),
                FieldBox.text("permissions-boundary", choices.boundary(), texts.get("functions.boundary.hint")),
                FieldBox.text("tags", choices.tags(), texts.get("functions.tags.hint")));
    }

    Node storage() {
        return new WizardPage(
                texts.get("step.STORAGE"),
                CardLabels.muted(texts.get("storage.about")),
                CardLabels.line(texts.get("storage.holds")),
                CardLabels.line(texts.get("storage.time")),
                CardLabels.line(texts.get("storage.closed")),
                CardLabels.line(texts.get("storage.logs")),
                Notice.information(texts.get("storage.urls")));
    }

    private Node outside(String id, PublicServerChoice open) {
        CheckBox box = new CheckBox(texts.get("functions.outside"));
        box.setId(id);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(open.wantedProperty());
        return box;
    }

    private static Node when(Node node, PublicServerChoice open) {
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
