package org.faasnetlab.ui.aws.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.Cidr;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;
import org.faasnetlab.ui.wizard.StepChoices;
import org.jspecify.annotations.Nullable;

/** Choices for the network of the testbed. */
final class AwsNetworkChoices implements StepChoices {

    /** The kinds of networks to choose from. */
    enum Kind {
        NEW_VPC,
        NEW_SUBNET,
        EXISTING_SUBNET
    }

    private static final AwsNetwork.NewVpc DEFAULT = AwsNetwork.NewVpc.DEFAULT;

    private final Texts texts;
    private final PublicServerChoice publicServers;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.NEW_VPC);
    private final InputField zone;
    private final InputField vpcBlock;
    private final InputField subnetBlock;
    private final InputField publicBlock;
    private final InputField vpcId;
    private final InputField subnetId;
    private final InputField routeTableId;
    private final InputField publicSubnetId;

    AwsNetworkChoices(Texts texts, PublicServerChoice publicServers) {
        this.texts = texts;
        this.publicServers = publicServers;
        zone = new InputField(texts.get("network.zone"), "us-east-1a", AwsFieldChecks::zone);
        vpcBlock = block("network.vpcBlock", DEFAULT.vpc().toString(), Cidr::parse);
        subnetBlock =
                block("network.subnetBlock", DEFAULT.subnet().toString(), this::parseSubnet, vpcBlock.text(), kind);
        publicBlock = block(
                "network.publicBlock",
                DEFAULT.publicSubnet().toString(),
                this::parsePublic,
                vpcBlock.text(),
                subnetBlock.text());
        vpcId = id("network.vpcId", "vpc", false);
        subnetId = id("network.subnetId", "subnet", false);
        routeTableId = id("network.routeTableId", "rtb", true);
        publicSubnetId = id("network.publicSubnetId", "subnet", false);
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    InputField zone() {
        return zone;
    }

    InputField vpcBlock() {
        return vpcBlock;
    }

    InputField subnetBlock() {
        return subnetBlock;
    }

    InputField publicBlock() {
        return publicBlock;
    }

    InputField vpcId() {
        return vpcId;
    }

    InputField subnetId() {
        return subnetId;
    }

    InputField routeTableId() {
        return routeTableId;
    }

    InputField publicSubnetId() {
        return publicSubnetId;
    }

    @Override
    public List<InputField> fields() {
        List<InputField> fields = new ArrayList<>(List.of(zone));
        boolean open = publicServers.wanted();
        switch (kind.get()) {
            case NEW_VPC ->
                fields.addAll(open ? List.of(vpcBlock, subnetBlock, publicBlock) : List.of(vpcBlock, subnetBlock));
            case NEW_SUBNET -> fields.addAll(List.of(vpcId, subnetBlock));
            case EXISTING_SUBNET -> fields.addAll(List.of(vpcId, subnetId, routeTableId));
        }
        if (open && kind.get() != Kind.NEW_VPC) {
            fields.add(publicSubnetId);
        }
        return fields;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                kind,
                zone.text(),
                vpcBlock.text(),
                subnetBlock.text(),
                publicBlock.text(),
                vpcId.text(),
                subnetId.text(),
                routeTableId.text(),
                publicSubnetId.text());
    }

    /** The chosen network; only while {@link #valid}. */
    AwsNetwork network() {
        String publicSubnet = publicServers.wanted() ? typed(publicSubnetId) : null;
        return switch (kind.get()) {
            case NEW_VPC ->
                new AwsNetwork.NewVpc(
                        Cidr.parse(typed(vpcBlock)),
                        Cidr.parse(typed(subnetBlock)),
                        publicServers.wanted() ? Cidr.parse(typed(publicBlock)) : DEFAULT.publicSubnet());
            case NEW_SUBNET -> new AwsNetwork.NewSubnet(typed(vpcId), Cidr.parse(typed(subnetBlock)), publicSubnet);
            case EXISTING_SUBNET ->
                new AwsNetwork.ExistingSubnet(
                        typed(vpcId), typed(subnetId), emptyAsNull(typed(routeTableId)), publicSubnet);
        };
    }

    private void parseSubnet(String text) {
        Cidr subnet = Cidr.parse(text);
        if (kind.get() == Kind.NEW_VPC
                && vpcBlock.valid().get()
                && !Cidr.parse(typed(vpcBlock)).contains(subnet)) {
            throw new IllegalArgumentException(texts.get("problem.notInside", subnet, typed(vpcBlock)));
        }
    }

    private void parsePublic(String text) {
        parseSubnet(text);
        Cidr block = Cidr.parse(text);
        if (subnetBlock.valid().get() && Cidr.parse(typed(subnetBlock)).overlaps(block)) {
            throw new IllegalArgumentException(texts.get("problem.overlaps", block, typed(subnetBlock)));
        }
    }

    private InputField block(String label, String first, Consumer<String> parser, Observable... others) {
        return new InputField(texts.get(label), first, FieldChecks.readBy(parser), others);
    }

    private InputField id(String label, String prefix, boolean mayBeEmpty) {
        return new InputField(
                texts.get(label),
                "",
                text -> (mayBeEmpty && text.isBlank()) || text.trim().matches(prefix + "-([0-9a-f]{8}|[0-9a-f]{17})")
                        ? null
                        : texts.get("problem.id", prefix + "-0123456789abcdef0"));
    }

    private static String typed(InputField field) {
        return field.text().get().trim();
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
