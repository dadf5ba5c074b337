package org.faasnetlab.ui.aws.setup;

import java.util.Optional;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.ui.aws.setup.AwsNetworkChoices.Kind;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.TopologyShapes.Part;

/** Texts of the topology picture and of the line with the cost, from the choices so far. */
final class AwsSetupLabels {
    private final Texts texts;
    private final DomainTexts domain = new DomainTexts();
    private final AwsSetupViewModel model;

    AwsSetupLabels(Texts texts, AwsSetupViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    AwsTopologyPane.Topology topology() {
        AwsNetworkChoices network = model.network();
        AwsFunctionChoices functions = model.functions();
        AwsServerChoices servers = model.servers();
        String zone = typed(network.zone());
        return new AwsTopologyPane.Topology(
                network.kind().get() == Kind.NEW_VPC
                        ? texts.get("topology.newVpc", typed(network.vpcBlock()), zone)
                        : texts.get("topology.vpc", typed(network.vpcId()), zone),
                network.kind().get() == Kind.EXISTING_SUBNET
                        ? texts.get("topology.subnet", typed(network.subnetId()))
                        : texts.get("topology.newSubnet", typed(network.subnetBlock())),
                model.visited(AwsSetupStep.NETWORK),
                part(
                        AwsSetupStep.SERVERS,
                        texts.get("topology.servers", typed(servers.count())),
                        texts.get("topology.serverType", typed(servers.type()), typed(servers.ports()))),
                part(
                        AwsSetupStep.FUNCTIONS,
                        texts.get("topology.functions", typed(functions.atMost())),
                        texts.get(
                                "topology.runtime",
                                functions.runtime().get(),
                                functions.architecture().get().id(),
                                typed(functions.memory()))),
                part(AwsSetupStep.STORAGE, texts.get("topology.bucket"), texts.get("topology.bucketDetail")),
                texts.get("topology.iperf3"),
                texts.get("topology.s3"),
                outside());
    }

    private Part outside() {
        PublicServerChoice open = model.servers().publicServers();
        return open.wanted()
                ? part(
                        AwsSetupStep.FUNCTIONS,
                        texts.get("topology.outside"),
                        texts.get("topology.outsideDetail", typed(open.field())))
                : new Part(false, "", "");
    }

    /**
     * Cost of the testbed and the sources of its prices; empty while a field is invalid, and on the review page, which
     * shows the cost itself.
     */
    String cost() {
        Optional<AwsTestbedSettings> settings = model.settings();
        if (settings.isEmpty() || model.step().get() == AwsSetupStep.REVIEW) {
            return "";
        }
        String lease = String.valueOf(settings.get().lease().toMinutes());
        TestbedCost prices = new TestbedCost(model.offers().prices().get());
        Optional<Cost> whole = prices.lease(settings.get());
        return prices.hour(settings.get())
                .map(hour -> texts.get(
                        "cost.line",
                        MoneyFormatter.format(hour.dollars()),
                        MoneyFormatter.format(whole.orElse(hour).dollars()),
                        lease,
                        domain.text(hour.basis())))
                .orElseGet(() -> texts.get("cost.unknown", settings.get().serverType(), lease));
    }

    private String typed(InputField field) {
        return field.valid().get() ? field.text().get().trim() : texts.get("topology.unknown");
    }

    private Part part(AwsSetupStep step, String title, String detail) {
        return new Part(model.visited(step), title, detail);
    }
}
