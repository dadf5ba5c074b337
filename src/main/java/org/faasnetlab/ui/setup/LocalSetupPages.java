package org.faasnetlab.ui.setup;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FieldBox;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.setup.LocalNetworkChoices.LinkKind;
import org.faasnetlab.ui.setup.LocalServerChoices.ServerKind;
import org.faasnetlab.ui.wizard.RadioOptions;
import org.faasnetlab.ui.wizard.WizardPage;
import org.faasnetlab.workload.NetworkSettings.Medium;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pages of the wizard for this computer that have inputs. */
final class LocalSetupPages {
    private final Texts texts;
    private final LocalSetupViewModel model;
    private final Desktop desktop;

    LocalSetupPages(Texts texts, LocalSetupViewModel model, Desktop desktop) {
        this.texts = texts;
        this.model = model;
        this.desktop = desktop;
    }

    Node network() {
        LocalNetworkChoices choices = model.network();
        ToggleGroup kinds = new ToggleGroup();
        VBox links = new VBox(
                kind(kinds, LinkKind.OF_EXPERIMENT, "link-of-experiment", texts.get("network.ofExperiment")),
                kind(kinds, LinkKind.UNLIMITED, "link-unlimited", texts.get("network.unlimited")),
                kind(kinds, LinkKind.LAMBDA, "link-lambda", texts.get("network.lambda")),
                kind(kinds, LinkKind.CUSTOM, "link-own", texts.get("network.fixed")),
                Visibility.showWhen(
                        FieldBox.text("link-text", choices.link(), texts.get("network.own.hint")),
                        choices.kind().map(now -> now == LinkKind.CUSTOM)));
        links.getStyleClass().add("choice-list");
        Node media = Visibility.showWhen(media(choices), choices.kind().map(now -> choices.isChosen()));
        return new WizardPage(
                texts.get("step.NETWORK"),
                CardLabels.muted(texts.get("network.about")),
                CardLabels.line(texts.get("network.link")),
                links,
                Visibility.showWhen(
                        FieldBox.text("hosts", choices.hosts(), texts.get("network.hosts.hint")),
                        choices.kind().map(now -> choices.isChosen())),
                Visibility.showWhen(
                        FieldBox.suggestions(
                                "host-link",
                                choices.hostLink(),
                                texts.get("network.hostLink.hint"),
                                "unlimited",
                                "1Gbit",
                                "5Gbit"),
                        choices.kind().map(now -> choices.isChosen())),
                media);
    }

    /** What carries the packets, with the reason if a kernel network is unavailable. */
    private Node media(LocalNetworkChoices choices) {
        ToggleGroup group = new ToggleGroup();
        RadioButton kernel =
                RadioOptions.of(group, "medium-kernel", texts.get("network.kernel"), choices.medium(), Medium.KERNEL);
        Label unavailable = CardLabels.muted("");
        unavailable.setId("kernel-unavailable");
        Label noImpairment = CardLabels.muted("");
        noImpairment.setId("impairment-unavailable");
        choices.kernel().subscribe(now -> {
            LabException why = now.missing();
            kernel.setDisable(why != null);
            unavailable.setText(reason("network.kernel.unavailable", why));
            noImpairment.setText(reason("network.impairment.unavailable", now.missingImpairment()));
        });
        VBox media = new VBox(
                CardLabels.line(texts.get("network.medium")),
                RadioOptions.of(group, "medium-relay", texts.get("network.relay"), choices.medium(), Medium.RELAY),
                kernel,
                Visibility.showWhen(unavailable, unavailable.textProperty().isNotEmpty()),
                Visibility.showWhen(
                        FieldBox.suggestions(
                                "queue",
                                choices.queue(),
                                texts.get("network.queue.hint"),
                                "50ms",
                                "200ms",
                                "100packets",
                                "fq_codel"),
                        choices.medium().map(now -> now == Medium.KERNEL)),
                Visibility.showWhen(
                        ofKernel(choices, noImpairment), choices.medium().map(now -> now == Medium.KERNEL)));
        media.getStyleClass().add("choice-list");
        return media;
    }

    private Node ofKernel(LocalNetworkChoices choices, Label unavailable) {
        VBox fields = new VBox(
                FieldBox.suggestions(
                        "vpc-link",
                        choices.vpcLink(),
                        texts.get("network.vpcLink.hint"),
                        "unlimited",
                        "1Gbit",
                        "5Gbit"),
                FieldBox.suggestions("delay", choices.delay(), texts.get("network.delay.hint"), "0ms", "10ms", "50ms"),
                FieldBox.suggestions("loss", choices.loss(), texts.get("network.loss.hint"), "0%", "0.1%", "1%"),
                Visibility.showWhen(unavailable, unavailable.textProperty().isNotEmpty()));
        fields.getStyleClass().add("choice-list");
        return fields;
    }

    private String reason(String key, @Nullable LabException why) {
        DomainTexts domain = new DomainTexts();
        return why == null ? "" : texts.get(key, domain.text(why.sentence()), domain.text(why.advice()));
    }

    Node servers() {
        LocalServerChoices choices = model.servers();
        Notice missing = Notice.problem();
        Label found = new Label();
        found.setId("iperf3-status");
        found.getStyleClass().add("hint");
        choices.iperf3().subscribe(now -> {
            missing.show(now.missing());
            found.setText(text(now));
        });
        Label free = CardLabels.muted("");
        free.setId("free-ports");
        choices.freePorts().subscribe(now -> free.setText(text(now)));
        Button detect = Buttons.plain("detect-iperf3", texts.get("servers.detect"), choices::detect);
        ToggleGroup ports = new ToggleGroup();
        RadioButton any = RadioOptions.plain(ports, "ports-any", texts.get("servers.any"));
        RadioButton range = RadioOptions.plain(ports, "ports-range", texts.get("servers.fixed"));
        any.setSelected(choices.anyPorts().get());
        range.setSelected(!choices.anyPorts().get());
        any.selectedProperty().bindBidirectional(choices.anyPorts());
        VBox portChoice = new VBox(
                any,
                range,
                Visibility.showWhen(
                        FieldBox.text("ports", choices.ports(), texts.get("servers.range.hint")),
                        choices.anyPorts().map(anyPort -> !anyPort)),
                Visibility.showWhen(free, free.textProperty().isNotEmpty()));
        portChoice.getStyleClass().add("choice-list");
        VBox ownPorts = new VBox(CardLabels.line(texts.get("servers.ports")), portChoice);
        ownPorts.getStyleClass().add("choice-list");
        return new WizardPage(
                texts.get("step.SERVERS"),
                CardLabels.muted(texts.get("servers.about")),
                serverKinds(choices),
                FieldBox.text("iperf3-program", choices.program(), texts.get("servers.program.hint"), detect),
                Visibility.showWhen(found, found.textProperty().isNotEmpty()),
                missing,
                Visibility.showWhen(ownPorts, choices.kind().map(now -> now == ServerKind.OWN)));
    }

    /** Whose servers, and what the check of the user's server found. */
    private Node serverKinds(LocalServerChoices choices) {
        ToggleGroup group = new ToggleGroup();
        Notice problem = Notice.problem();
        Label state = new Label();
        state.setId("server-status");
        state.getStyleClass().add("hint");
        choices.serverCheck().subscribe(now -> {
            problem.show(now.problem());
            state.setText(text(now));
        });
        Button check = Buttons.plain("check-server", texts.get("servers.check"), choices::checkServer);
        VBox named = new VBox(
                FieldBox.text("server-address", choices.server(), texts.get("servers.address.hint"), check),
                Visibility.showWhen(state, state.textProperty().isNotEmpty()),
                problem,
                CardLabels.muted(texts.get("servers.named.about")));
        named.getStyleClass().add("choice-list");
        VBox kinds = new VBox(
                RadioOptions.of(group, "servers-own", texts.get("servers.own"), choices.kind(), ServerKind.OWN),
                RadioOptions.of(group, "servers-named", texts.get("servers.named"), choices.kind(), ServerKind.NAMED),
                Visibility.showWhen(named, choices.kind().map(now -> now == ServerKind.NAMED)));
        kinds.getStyleClass().add("choice-list");
        return kinds;
    }

    private String text(LocalServerChoices.ServerCheck check) {
        if (check.running()) {
            return texts.get("servers.checking");
        }
        return check.answers() ? texts.get("servers.answers") : "";
    }

    private String text(LocalServerChoices.Iperf3Check iperf3) {
        if (iperf3.version() != null) {
            return texts.get("servers.found", iperf3.version());
        }
        return iperf3.missing() == null ? "" : texts.get("servers.missing");
    }

    private String text(LocalServerChoices.@Nullable FreePorts ports) {
        return ports == null
                ? ""
                : texts.get("servers.free", String.valueOf(ports.count()), String.valueOf(ports.of()));
    }

    Node functions() {
        LocalFunctionChoices choices = model.functions();
        return new WizardPage(
                texts.get("step.FUNCTIONS"),
                CardLabels.muted(texts.get("functions.about")),
                FieldBox.text("functions-at-most", choices.atMost(), texts.get("functions.atMost.hint")),
                FieldBox.text("function-timeout", choices.timeout(), texts.get("functions.timeout.hint")),
                Notice.information(texts.get("functions.memory")));
    }

    Node storage() {
        LocalStorageChoices choices = model.storage();
        Button browse = Buttons.withIcon("browse", texts.get("storage.browse"), Feather.FOLDER, this::browse);
        Label free = CardLabels.muted("");
        free.textProperty().bind(choices.folder().text().map(unused -> freeSpace(choices.freeSpace())));
        return new WizardPage(
                texts.get("step.STORAGE"),
                CardLabels.muted(texts.get("storage.about")),
                FieldBox.text("data-folder", choices.folder(), texts.get("storage.folder.hint"), browse),
                free,
                Notice.information(texts.get("storage.server")));
    }

    private void browse() {
        LocalStorageChoices choices = model.storage();
        Path first = choices.valid() ? choices.path() : Path.of(System.getProperty("user.home"));
        desktop.chooseFolder(texts.get("storage.choose"), first)
                .ifPresent(chosen -> choices.folder().text().set(chosen.toString()));
    }

    private String freeSpace(Optional<DataSize> free) {
        return free.map(size -> texts.get("storage.free", size.toString())).orElse("");
    }

    private RadioButton kind(ToggleGroup group, LinkKind kind, String id, String text) {
        return RadioOptions.of(group, id, text, model.network().kind(), kind);
    }
}
