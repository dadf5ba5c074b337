package org.faasnetlab.ui.setup;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.network.KernelNetworkProbe;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.faasnetlab.ui.wizard.StepChoices;
import org.faasnetlab.ui.wizard.Wizard;
import org.faasnetlab.workload.NetworkSettings;

/** The wizard for a testbed on this computer: its steps, the choices in them, and the start. */
public final class LocalSetupViewModel extends Wizard<LocalSetupStep> {

    /** The phases of the wizard. */
    enum Phase {
        CHOOSING,
        STARTING,
        READY
    }

    private final Texts texts = Texts.of(LocalSetupViewModel.class);
    private final TestbedSession session;
    private final CurrentRun run;
    private final LocalNetworkChoices network;
    private final LocalServerChoices servers;
    private final LocalFunctionChoices functions;
    private final LocalStorageChoices storage;
    private final BooleanProperty started = new SimpleBooleanProperty();
    private final ObjectBinding<Phase> phase;
    private final StringBinding nextBlockedReason;
    private final ObjectBinding<LocalTopologyPane.Topology> topology;
    private final ObjectBinding<Object> changes;

    public LocalSetupViewModel(
            TestbedSession session,
            CurrentRun run,
            Iperf3VersionProbe iperf3,
            ExternalServerProbe server,
            KernelNetworkProbe kernel,
            BackgroundTasks tasks) {
        super(LocalSetupStep.class, LocalSetupStep.REVIEW);
        this.session = session;
        this.run = run;
        LocalTestbedSettings defaults = session.localDefaults();
        network = new LocalNetworkChoices(texts, kernel, tasks);
        servers = new LocalServerChoices(texts, defaults.iperf3(), iperf3, server, tasks);
        functions = new LocalFunctionChoices(texts, defaults.maxFunctions(), defaults.functionTimeout());
        storage = new LocalStorageChoices(texts, defaults.workDirectory());
        phase = Bindings.createObjectBinding(this::computePhase, started, session.status());
        Observable[] anything = observables(List.of(network, servers, functions, storage), run.active());
        nextBlockedReason = Bindings.createStringBinding(this::findNextBlockedReason, anything);
        topology = Bindings.createObjectBinding(() -> new LocalSetupLabels(texts, this).topology(), anything);
        changes = Bindings.createObjectBinding(Object::new, topology, phase);
    }

    LocalNetworkChoices network() {
        return network;
    }

    LocalServerChoices servers() {
        return servers;
    }

    LocalFunctionChoices functions() {
        return functions;
    }

    LocalStorageChoices storage() {
        return storage;
    }

    ObservableValue<Phase> phase() {
        return phase;
    }

    /** The status of the testbed, to show why a start failed. */
    ReadOnlyObjectProperty<TestbedStatus> status() {
        return session.status();
    }

    @Override
    public ObservableValue<String> nextBlockedReason() {
        return nextBlockedReason;
    }

    ObservableValue<LocalTopologyPane.Topology> topology() {
        return topology;
    }

    @Override
    public ObservableValue<?> changes() {
        return changes;
    }

    @Override
    protected boolean isComplete() {
        return phase.get() == Phase.READY;
    }

    /** Returns to the first step; earlier choices are preserved. */
    public void open() {
        started.set(false);
        restart();
        servers.detect();
        network.detectKernel();
    }

    @Override
    protected void create() {
        started.set(true);
        // The way to a server of the user is a real network, whatever an experiment would simulate.
        session.startLocal(settings(), servers.isNamed() ? NetworkSettings.REAL : network.chosen());
    }

    @Override
    protected List<InputField> fields(LocalSetupStep of) {
        return choices(of).map(StepChoices::fields).orElse(List.of());
    }

    @Override
    protected boolean isValid(LocalSetupStep candidate) {
        if (candidate == LocalSetupStep.SERVERS && cannotBeSimulated()) {
            return false;
        }
        return choices(candidate).map(StepChoices::valid).orElse(true);
    }

    void cancelStart() {
        session.cancelStart();
    }

    /** The chosen settings; call only while every step is valid. */
    private LocalTestbedSettings settings() {
        return new LocalTestbedSettings(
                servers.programText(),
                servers.portRange(),
                functions.maxFunctions(),
                functions.functionTimeout(),
                storage.path(),
                servers.named());
    }

    private Optional<StepChoices> choices(LocalSetupStep of) {
        return switch (of) {
            case NETWORK -> Optional.of(network);
            case SERVERS -> Optional.of(servers);
            case FUNCTIONS -> Optional.of(functions);
            case STORAGE -> Optional.of(storage);
            case REVIEW -> Optional.empty();
        };
    }

    private String findNextBlockedReason() {
        LocalSetupStep now = step().get();
        LabException noKernelNetwork = network.missing();
        if (now == LocalSetupStep.NETWORK && noKernelNetwork != null) {
            return new DomainTexts().text(noKernelNetwork.sentence());
        }
        if (now == LocalSetupStep.SERVERS && servers.isNamed()) {
            Optional<String> reason = serverReason();
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        if (now == LocalSetupStep.SERVERS && servers.noPortIsFree()) {
            return texts.get("blocked.ports");
        }
        if (now == LocalSetupStep.REVIEW && run.active().get()) {
            return texts.get("blocked.run");
        }
        return invalidField(now).orElse("");
    }

    /** Whether a link was chosen although the way to the user's server is real. */
    private boolean cannotBeSimulated() {
        return servers.isNamed()
                && network.isChosen()
                && network.valid()
                && network.settings().simulated();
    }

    private Optional<String> serverReason() {
        if (cannotBeSimulated()) {
            return Optional.of(texts.get("blocked.simulated"));
        }
        if (!servers.server().valid().get()) {
            return Optional.empty();
        }
        LocalServerChoices.ServerCheck check = servers.serverCheck().get();
        if (check.problem() != null) {
            return Optional.of(new DomainTexts().text(check.problem().sentence()));
        }
        return check.answers() ? Optional.empty() : Optional.of(texts.get("blocked.unchecked"));
    }

    private Phase computePhase() {
        return started.get() ? session.status().get().handle(PHASES) : Phase.CHOOSING;
    }

    private static final TestbedStatus.Handler<Phase> PHASES = new TestbedStatus.Handler<>() {
        @Override
        public Phase on(TestbedStatus.None status) {
            return Phase.CHOOSING;
        }

        @Override
        public Phase on(TestbedStatus.Starting status) {
            return Phase.STARTING;
        }

        @Override
        public Phase on(TestbedStatus.Ready status) {
            return Phase.READY;
        }

        @Override
        public Phase on(TestbedStatus.Failed status) {
            return Phase.CHOOSING;
        }
    };
}
