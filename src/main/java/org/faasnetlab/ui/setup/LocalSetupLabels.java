package org.faasnetlab.ui.setup;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.TopologyShapes.Part;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.NetworkSettings.Medium;
import org.faasnetlab.workload.PathImpairment;

/** Formats the choices for the picture and the review. */
final class LocalSetupLabels {
    private final Texts texts;
    private final LocalSetupViewModel model;

    LocalSetupLabels(Texts texts, LocalSetupViewModel model) {
        this.texts = texts;
        this.model = model;
    }

    LocalTopologyPane.Topology topology() {
        boolean networkValid = model.network().valid();
        NetworkSettings network = networkValid ? model.network().settings() : NetworkSettings.REAL;
        boolean chosen = networkValid && model.network().isChosen();
        return new LocalTopologyPane.Topology(
                part(LocalSetupStep.SERVERS, texts.get("topology.servers"), servers()),
                part(LocalSetupStep.FUNCTIONS, texts.get("topology.functions"), functions()),
                part(LocalSetupStep.STORAGE, texts.get("topology.storage"), storage()),
                networkValid,
                model.servers().isNamed()
                        ? texts.get("topology.real")
                        : chosen
                                ? link(network)
                                : texts.get(networkValid ? "topology.ofExperiment" : "topology.unknown"),
                network.hosts(),
                shared(network),
                network.medium() == Medium.KERNEL,
                model.servers().isNamed());
    }

    /** A function's link, with its queue if it has one. */
    private String link(NetworkSettings network) {
        String link = link(network.link());
        return network.medium() == Medium.KERNEL
                ? impaired(texts.get("topology.queue", link, network.queue().toSetting()), network.impairment())
                : link;
    }

    /** The links that functions share: of each host, and of all. */
    private String shared(NetworkSettings network) {
        List<String> links = new ArrayList<>();
        if (network.hostLink() != null) {
            links.add(texts.get("topology.hostLink", network.hostLink().toString()));
        }
        if (network.vpcLink() != null) {
            links.add(texts.get("topology.vpcLink", network.vpcLink().toString()));
        }
        return String.join(", ", links);
    }

    private String impaired(String text, PathImpairment impairment) {
        String delayed =
                impairment.delayMillis() == 0 ? text : texts.get("topology.delay", text, impairment.delaySetting());
        return impairment.lossPercent() == 0 ? delayed : texts.get("topology.loss", delayed, impairment.lossSetting());
    }

    /** What carries the packets. */
    String medium() {
        if (!model.network().isChosen()) {
            return texts.get("review.ofExperiment");
        }
        NetworkSettings network = model.network().settings();
        return network.medium() == Medium.KERNEL
                ? impaired(texts.get("review.kernel", network.queue().toSetting()), network.impairment())
                : texts.get("review.relay");
    }

    /** A link as text, for example {@code 300 MiB at 5.00 Gbit/s, then 625 Mbit/s}. */
    String link(LinkProfile link) {
        if (link.rate() == null) {
            return texts.get("link.unlimited");
        }
        String rate = link.rate().toString();
        if (link.burst().bytes() == 0) {
            return texts.get("link.fixed", rate);
        }
        String burst = String.valueOf(Math.round(link.burst().mebibytes()));
        return link.peak() == null
                ? texts.get("link.burst", burst, rate)
                : texts.get("link.burstAndPeak", burst, link.peak().toString(), rate);
    }

    /** The link of a function as the review has it. */
    String link() {
        return model.network().isChosen() ? link(model.network().settings().link()) : texts.get("review.ofExperiment");
    }

    String hosts() {
        if (!model.network().isChosen()) {
            return texts.get("review.ofExperiment");
        }
        NetworkSettings network = model.network().settings();
        String hosts =
                texts.get(network.hosts() == 1 ? "review.host" : "review.hosts", String.valueOf(network.hosts()));
        String linked = network.hostLink() == null
                ? hosts
                : texts.get("review.hostLink", hosts, network.hostLink().toString());
        return network.vpcLink() == null
                ? linked
                : texts.get("review.vpcLink", linked, network.vpcLink().toString());
    }

    String servers() {
        ServerAddress named = model.servers().named();
        if (named != null) {
            return named.toString();
        }
        String ports = model.servers().anyPorts().get()
                ? texts.get("topology.anyPorts")
                : texts.get("topology.ports", typed(model.servers().ports()));
        String version = model.servers().iperf3().get().version();
        return version == null ? ports : texts.get("topology.iperf3", version, ports);
    }

    String functions() {
        return texts.get("topology.atMost", typed(model.functions().atMost()));
    }

    String storage() {
        return texts.get("topology.loopback");
    }

    private String typed(InputField field) {
        return field.valid().get() ? field.text().get().trim() : texts.get("topology.unknown");
    }

    private Part part(LocalSetupStep step, String title, String detail) {
        return new Part(model.visited(step), title, detail);
    }
}
