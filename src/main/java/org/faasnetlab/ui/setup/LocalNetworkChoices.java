package org.faasnetlab.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;
import org.faasnetlab.ui.wizard.StepChoices;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;

/** The network of experiments. */
final class LocalNetworkChoices implements StepChoices {

    /** The kinds of links to choose from. */
    enum LinkKind {
        /** As each experiment has it. */
        OF_EXPERIMENT,
        UNLIMITED,
        LAMBDA,
        CUSTOM
    }

    private final ObjectProperty<LinkKind> kind = new SimpleObjectProperty<>(LinkKind.OF_EXPERIMENT);
    private final InputField link;
    private final InputField hosts;
    private final InputField hostLink;

    LocalNetworkChoices(Texts texts) {
        link = new InputField(texts.get("network.own"), "625Mbit", FieldChecks.readBy(LinkProfile::parse));
        hosts = new InputField(texts.get("network.hosts"), "1", FieldChecks.wholeNumber(1, 1000));
        hostLink = new InputField(
                texts.get("network.hostLink"),
                NetworkSettings.REAL.hostLinkSetting(),
                FieldChecks.readBy(LocalNetworkChoices::parseHostLink));
    }

    ObjectProperty<LinkKind> kind() {
        return kind;
    }

    InputField link() {
        return link;
    }

    InputField hosts() {
        return hosts;
    }

    InputField hostLink() {
        return hostLink;
    }

    @Override
    public List<InputField> fields() {
        if (!isChosen()) {
            return List.of();
        }
        List<InputField> fields = new ArrayList<>(List.of(hosts, hostLink));
        if (kind.get() == LinkKind.CUSTOM) {
            fields.add(0, link);
        }
        return fields;
    }

    @Override
    public List<Observable> observables() {
        return List.of(kind, link.text(), hosts.text(), hostLink.text());
    }

    /** Whether a network is chosen here, rather than by each experiment. */
    boolean isChosen() {
        return kind.get() != LinkKind.OF_EXPERIMENT;
    }

    /** The chosen network, or null if each experiment has its own; call only while {@link #valid}. */
    @Nullable
    NetworkSettings chosen() {
        return isChosen() ? settings() : null;
    }

    /** The network to describe; call only while {@link #valid}. */
    NetworkSettings settings() {
        if (!isChosen()) {
            return NetworkSettings.REAL;
        }
        LinkProfile profile = switch (kind.get()) {
            case OF_EXPERIMENT, UNLIMITED -> LinkProfile.UNLIMITED;
            case LAMBDA -> LinkProfile.LAMBDA;
            case CUSTOM -> LinkProfile.parse(link.text().get());
        };
        return new NetworkSettings(
                profile,
                Integer.parseInt(hosts.text().get().trim()),
                parseHostLink(hostLink.text().get()));
    }

    private static @Nullable Bandwidth parseHostLink(String text) {
        Bandwidth bandwidth = NetworkSettings.parseHostLink(text);
        if (bandwidth != null && bandwidth.bitsPerSecond() <= 0) {
            throw new IllegalArgumentException("the rate of a link must be above 0");
        }
        return bandwidth;
    }
}
