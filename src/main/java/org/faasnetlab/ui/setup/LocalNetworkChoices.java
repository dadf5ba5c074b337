package org.faasnetlab.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.local.network.KernelNetworkProbe;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;
import org.faasnetlab.ui.wizard.StepChoices;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.NetworkSettings.Medium;
import org.faasnetlab.workload.PathImpairment;
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

    /** Any delay and any loss, to ask whether they are possible. */
    private static final PathImpairment EVERY_IMPAIRMENT = new PathImpairment(1, 1);

    private final KernelNetworkProbe probe;
    private final BackgroundTasks tasks;
    private final ObjectProperty<LinkKind> kind = new SimpleObjectProperty<>(LinkKind.OF_EXPERIMENT);
    private final InputField link;
    private final InputField hosts;
    private final InputField hostLink;
    private final ObjectProperty<Medium> medium = new SimpleObjectProperty<>(Medium.RELAY);
    private final InputField queue;
    private final InputField delay;
    private final InputField vpcLink;
    private final InputField loss;
    private final ReadOnlyObjectWrapper<KernelCheck> kernel = new ReadOnlyObjectWrapper<>(KernelCheck.UNKNOWN);

    /**
     * Whether this computer can make a kernel network.
     *
     * @param known whether it was checked
     * @param missing why it cannot; null if it can, or is not known
     * @param missingImpairment why such a network cannot have delay and loss; likewise
     */
    record KernelCheck(
            boolean known,
            @Nullable LabException missing,
            @Nullable LabException missingImpairment) {
        static final KernelCheck UNKNOWN = new KernelCheck(false, null, null);
    }

    LocalNetworkChoices(Texts texts, KernelNetworkProbe probe, BackgroundTasks tasks) {
        this.probe = probe;
        this.tasks = tasks;
        queue = new InputField(
                texts.get("network.queue"), LinkQueue.USUAL.toSetting(), FieldChecks.readBy(LinkQueue::parse));
        vpcLink = new InputField(
                texts.get("network.vpcLink"),
                NetworkSettings.REAL.vpcLinkSetting(),
                FieldChecks.readBy(LocalNetworkChoices::parseHostLink));
        delay = new InputField(
                texts.get("network.delay"),
                PathImpairment.NONE.delaySetting(),
                FieldChecks.readBy(PathImpairment.NONE::withDelay));
        loss = new InputField(
                texts.get("network.loss"),
                PathImpairment.NONE.lossSetting(),
                FieldChecks.readBy(PathImpairment.NONE::withLoss));
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

    ObjectProperty<Medium> medium() {
        return medium;
    }

    InputField queue() {
        return queue;
    }

    InputField vpcLink() {
        return vpcLink;
    }

    InputField delay() {
        return delay;
    }

    InputField loss() {
        return loss;
    }

    ReadOnlyObjectProperty<KernelCheck> kernel() {
        return kernel.getReadOnlyProperty();
    }

    /** Checks in the background, once, whether a kernel network can be chosen. */
    void detectKernel() {
        if (kernel.get().known()) {
            return;
        }
        NetworkSettings simple = new NetworkSettings(LinkProfile.LAMBDA, 1, null).withMedium(Medium.KERNEL);
        tasks.of(
                        () -> {
                            probe.require(simple);
                            return new KernelCheck(true, null, missing(simple.withImpairment(EVERY_IMPAIRMENT)));
                        },
                        kernel::set,
                        why -> kernel.set(new KernelCheck(true, why, why)))
                .start();
    }

    private @Nullable LabException missing(NetworkSettings settings) throws InterruptedException {
        try {
            probe.require(settings);
            return null;
        } catch (LabException why) {
            return why;
        }
    }

    boolean isKernelChosen() {
        return isChosen() && medium.get() == Medium.KERNEL;
    }

    /** Why the chosen network cannot be made; null if it can, or is not known. */
    @Nullable
    LabException missing() {
        if (!isKernelChosen()) {
            return null;
        }
        KernelCheck found = kernel.get();
        return found.missing() != null || !isImpaired() ? found.missing() : found.missingImpairment();
    }

    private boolean isImpaired() {
        return delay.valid().get() && loss.valid().get() && !impairment().equals(PathImpairment.NONE);
    }

    private PathImpairment impairment() {
        return PathImpairment.NONE
                .withDelay(delay.text().get())
                .withLoss(loss.text().get());
    }

    @Override
    public boolean valid() {
        return StepChoices.super.valid() && missing() == null;
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
        if (isKernelChosen()) {
            fields.addAll(List.of(vpcLink, queue, delay, loss));
        }
        return fields;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                kind,
                link.text(),
                hosts.text(),
                hostLink.text(),
                medium,
                vpcLink.text(),
                queue.text(),
                delay.text(),
                loss.text(),
                kernel);
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
        NetworkSettings relayed = new NetworkSettings(
                profile,
                Integer.parseInt(hosts.text().get().trim()),
                parseHostLink(hostLink.text().get()));
        return isKernelChosen()
                ? relayed.withMedium(Medium.KERNEL)
                        .withQueue(LinkQueue.parse(queue.text().get()))
                        .withImpairment(impairment())
                        .withVpcLink(parseHostLink(vpcLink.text().get()))
                : relayed;
    }

    private static @Nullable Bandwidth parseHostLink(String text) {
        Bandwidth bandwidth = NetworkSettings.parseHostLink(text);
        if (bandwidth != null && bandwidth.bitsPerSecond() <= 0) {
            throw new IllegalArgumentException("the rate of a link must be above 0");
        }
        return bandwidth;
    }
}
