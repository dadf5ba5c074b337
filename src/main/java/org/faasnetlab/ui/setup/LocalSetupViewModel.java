package org.faasnetlab.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.faasnetlab.ui.wizard.StepChoices;
import org.faasnetlab.ui.wizard.Wizard;
import org.faasnetlab.ui.wizard.WizardProgress;

/** The wizard for a testbed on this computer: its steps, the choices in them, and the start. */
public final class LocalSetupViewModel implements Wizard<LocalSetupStep> {

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
    private final WizardProgress<LocalSetupStep> path =
            new WizardProgress<>(LocalSetupStep.class, one -> choices(one).valid());
    private final BooleanProperty started = new SimpleBooleanProperty();
    private final ObjectBinding<Phase> phase;
    private final StringBinding whyNotNext;
    private final ObjectBinding<LocalTopology> topology;

    public LocalSetupViewModel(
            TestbedSession session, CurrentRun run, Iperf3VersionProbe iperf3, BackgroundTasks tasks) {
        this.session = session;
        this.run = run;
        LocalTestbedSettings defaults = session.localDefaults();
        network = new LocalNetworkChoices(texts);
        servers = new LocalServerChoices(texts, defaults.iperf3(), iperf3, tasks);
        functions = new LocalFunctionChoices(texts, defaults.maxFunctions(), defaults.functionTimeout());
        storage = new LocalStorageChoices(texts, defaults.workDirectory());
        phase = Bindings.createObjectBinding(this::judgePhase, started, session.status());
        List<Observable> all = new ArrayList<>(path.observables());
        all.add(run.active());
        for (StepChoices choices : List.of(network, servers, functions, storage)) {
            all.addAll(choices.observables());
        }
        Observable[] anything = all.toArray(Observable[]::new);
        whyNotNext = Bindings.createStringBinding(this::findWhyNotNext, anything);
        topology = Bindings.createObjectBinding(() -> new LocalSetupLabels(texts, this).topology(), anything);
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

    @Override
    public WizardProgress<LocalSetupStep> path() {
        return path;
    }

    ObservableValue<Phase> phase() {
        return phase;
    }

    /** The status of the testbed, to show why a start failed. */
    ReadOnlyObjectProperty<TestbedStatus> status() {
        return session.status();
    }

    /** Why the user cannot continue from this step, for the user; empty if nothing prevents it. */
    ObservableValue<String> whyNotNext() {
        return whyNotNext;
    }

    ObservableValue<LocalTopology> topology() {
        return topology;
    }

    @Override
    public ObservableValue<?> changes() {
        return topology;
    }

    /** Returns to the first step; earlier choices are preserved. */
    public void open() {
        started.set(false);
        path.begin(LocalSetupStep.REVIEW);
        servers.look();
    }

    @Override
    public void goTo(LocalSetupStep wanted) {
        if (path.open(wanted)) {
            path.goTo(wanted);
        }
    }

    void next() {
        choices(step().get()).fields().forEach(InputField::touch);
        if (!whyNotNext.get().isEmpty()) {
            return;
        }
        if (step().get().isLast()) {
            started.set(true);
            session.startLocal(settings(), network.settings());
            return;
        }
        path.goTo(step().get().next());
    }

    void back() {
        path.goTo(step().get().previous());
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
                storage.path());
    }

    private StepChoices choices(LocalSetupStep one) {
        return switch (one) {
            case NETWORK -> network;
            case SERVERS -> servers;
            case FUNCTIONS -> functions;
            case STORAGE -> storage;
            case REVIEW -> NOTHING;
        };
    }

    private String findWhyNotNext() {
        LocalSetupStep now = step().get();
        if (now == LocalSetupStep.SERVERS && servers.noPortIsFree()) {
            return texts.get("blocked.ports");
        }
        if (now.isLast() && run.active().get()) {
            return texts.get("blocked.run");
        }
        return choices(now).fields().stream()
                .filter(field -> !field.valid().get())
                .findFirst()
                .map(field -> texts.get("blocked.field", field.label()))
                .orElse("");
    }

    private Phase judgePhase() {
        if (!started.get()) {
            return Phase.CHOOSING;
        }
        TestbedStatus status = session.status().get();
        if (status instanceof TestbedStatus.Starting) {
            return Phase.STARTING;
        }
        return status instanceof TestbedStatus.Ready ? Phase.READY : Phase.CHOOSING;
    }

    private static final StepChoices NOTHING = new StepChoices() {
        @Override
        public List<InputField> fields() {
            return List.of();
        }

        @Override
        public List<Observable> observables() {
            return List.of();
        }
    };
}
