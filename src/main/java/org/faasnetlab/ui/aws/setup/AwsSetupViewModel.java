package org.faasnetlab.ui.aws.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerTypes;
import org.faasnetlab.ui.aws.AccountStatus;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.aws.AwsTestbedJob;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.Wizard;
import org.faasnetlab.workload.Architecture;

/**
 * The wizard that creates a testbed on AWS: its steps, the choices in them, and the start of the creation. Used on the
 * window's thread.
 */
public final class AwsSetupViewModel extends Wizard<AwsSetupStep> {
    private final Texts texts = Texts.of(AwsSetupViewModel.class);
    private final AccountViewModel account;
    private final AwsTestbedJob job;
    private final InputField name;
    private final AwsNetworkChoices network;
    private final AwsServerChoices servers;
    private final AwsFunctionChoices functions;
    private final AwsReviewViewModel review;
    private final ServerOfferings offers;
    private final StringBinding nextBlockedReason;
    private final ObjectBinding<AwsTopologyPane.Topology> topology;
    private final StringBinding cost;

    public AwsSetupViewModel(AccountViewModel account, AwsTestbedJob job, BackgroundTasks tasks) {
        super(AwsSetupStep.class, AwsSetupStep.REVIEW);
        this.account = account;
        this.job = job;
        PublicServerChoice publicServers = new PublicServerChoice(texts);
        name = new InputField(texts.get("account.name"), "lab", AwsFieldChecks::name);
        network = new AwsNetworkChoices(texts, publicServers);
        offers = new ServerOfferings(texts, tasks, network.zone());
        servers = new AwsServerChoices(texts, publicServers, offers.missingType());
        functions = new AwsFunctionChoices(texts);
        review = new AwsReviewViewModel(tasks);
        servers.type().text().subscribe((before, now) -> applyServerType());
        functions.architecture().subscribe((before, now) -> matchServerType(now));
        account.status().subscribe(this::applyRegion);
        Observable[] anything = observables(
                List.of(network, servers, functions), account.status(), name.text(), job.phase(), offers.prices());
        AwsSetupLabels labels = new AwsSetupLabels(texts, this);
        nextBlockedReason = Bindings.createStringBinding(this::findNextBlockedReason, anything);
        topology = Bindings.createObjectBinding(labels::topology, anything);
        cost = Bindings.createStringBinding(labels::cost, anything);
    }

    AccountViewModel account() {
        return account;
    }

    /** The name of the testbed. */
    InputField name() {
        return name;
    }

    AwsNetworkChoices network() {
        return network;
    }

    AwsServerChoices servers() {
        return servers;
    }

    AwsFunctionChoices functions() {
        return functions;
    }

    ServerOfferings offers() {
        return offers;
    }

    AwsReviewViewModel review() {
        return review;
    }

    @Override
    public ObservableValue<?> changes() {
        return topology;
    }

    @Override
    public ObservableValue<String> nextBlockedReason() {
        return nextBlockedReason;
    }

    ObservableValue<AwsTopologyPane.Topology> topology() {
        return topology;
    }

    /** Cost per hour and for the lease in a sentence; empty while a field is invalid. */
    ObservableValue<String> cost() {
        return cost;
    }

    /** Starts at the first step and keeps earlier choices. */
    public void open() {
        restart();
        account.load();
        if (account.known().isEmpty()) {
            account.check();
        }
    }

    @Override
    public void goTo(AwsSetupStep target) {
        if (step().get() != AwsSetupStep.CREATE && target != AwsSetupStep.CREATE) {
            super.goTo(target);
        }
    }

    @Override
    protected void create() {
        review.stop();
        job.create(account.known().orElseThrow().testbeds(), settings().orElseThrow(), functions.memorySizes());
    }

    /** Runs the preflight checks again; without an account, only the plan is shown. */
    void checkAgain() {
        AwsTestbedSettings chosen = settings().orElseThrow();
        account.known()
                .ifPresentOrElse(
                        known -> review.runChecks(known.testbeds(), chosen, functions.functions()),
                        () -> review.planOnly(chosen, functions.functions(), account.regionId()));
    }

    /** The chosen settings; empty while a field is invalid. */
    Optional<AwsTestbedSettings> settings() {
        if (!name.valid().get() || !network.valid() || !servers.valid() || !functions.valid()) {
            return Optional.empty();
        }
        return Optional.of(
                AwsTestbedSettings.defaults(
                                name.text().get().trim(),
                                network.zone().text().get().trim())
                        .toBuilder()
                        .servers(servers.servers())
                        .outsideServers(servers.publicServers().count())
                        .portsPerServer(servers.portsPerServer())
                        .serverType(servers.serverType())
                        .architecture(functions.architecture().get())
                        .network(network.network())
                        .lease(servers.leaseTime())
                        .runtime(functions.runtime().get())
                        .memoryMb(functions.memorySizes().get(0))
                        .permissionsBoundary(functions.permissionsBoundary())
                        .tags(functions.tagValues())
                        .build());
    }

    @Override
    protected void enter(AwsSetupStep target) {
        super.enter(target);
        refreshOfferings();
        if (target == AwsSetupStep.REVIEW) {
            checkAgain();
        } else {
            review.stop();
        }
    }

    @Override
    protected boolean isValid(AwsSetupStep candidate) {
        return (candidate != AwsSetupStep.ACCOUNT || account.known().isPresent())
                && fields(candidate).stream().allMatch(field -> field.valid().get());
    }

    @Override
    protected List<InputField> fields(AwsSetupStep of) {
        return switch (of) {
            case ACCOUNT -> List.of(account.region(), name);
            case NETWORK -> network.fields();
            case SERVERS -> servers.fields();
            case FUNCTIONS -> functions.fields();
            case STORAGE, CREATE -> List.of();
            case REVIEW -> allFields();
        };
    }

    private List<InputField> allFields() {
        List<InputField> all = new ArrayList<>(List.of(account.region(), name));
        List.of(network, servers, functions).forEach(choices -> all.addAll(choices.fields()));
        return all;
    }

    private String findNextBlockedReason() {
        AwsSetupStep now = step().get();
        Optional<String> invalid = invalidField(now);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        if (now != AwsSetupStep.REVIEW) {
            return "";
        }
        if (account.known().isEmpty()) {
            return texts.get("blocked.account");
        }
        return job.phase().get().isRunning() ? texts.get("blocked.job") : "";
    }

    /** Functions run the servers' iperf3, so both have one architecture: the one chosen last. */
    private void applyServerType() {
        if (servers.type().valid().get()) {
            functions.architecture().set(ServerTypes.architectureOf(servers.serverType()));
            refreshOfferings();
        }
    }

    private void matchServerType(Architecture now) {
        if (servers.type().valid().get() && ServerTypes.architectureOf(servers.serverType()) != now) {
            servers.type().reset(ServerTypes.defaultFor(now));
        }
    }

    /** Zones and prices depend on the Region. */
    private void applyRegion(AccountStatus status) {
        status.account()
                .ifPresentOrElse(
                        known -> {
                            offers.region(known);
                            refreshOfferings();
                        },
                        () -> {
                            if (account.region().valid().get()) {
                                offers.unknownZones(account.regionId());
                            }
                        });
    }

    private void refreshOfferings() {
        if (servers.type().valid().get()) {
            account.known()
                    .ifPresent(
                            known -> offers.refresh(known.testbeds(), known.zones(), servers.serverType(), settings()));
        }
    }
}
