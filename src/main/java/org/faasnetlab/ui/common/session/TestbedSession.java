package org.faasnetlab.ui.common.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.pricing.RunPrices;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.ui.common.BackgroundTask;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;

/** The one testbed that the window uses. Used on the window's thread. */
public final class TestbedSession {
    private final Lab lab;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<TestbedStatus> status = new ReadOnlyObjectWrapper<>(new TestbedStatus.None());
    private final ReadOnlyObjectWrapper<@Nullable NetworkSettings> network = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunPrices> prices = new ReadOnlyObjectWrapper<>();
    private @Nullable BackgroundTask<Opened> starting;

    /**
     * A testbed that was opened.
     *
     * @param prices prices of runs on it, or null if they cost nothing or the prices are unknown
     */
    public record Opened(Testbed testbed, @Nullable RunPrices prices) {}

    public TestbedSession(Lab lab, BackgroundTasks tasks) {
        this.lab = lab;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<TestbedStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** The network of all experiments, unless the user changes it there; null if each has its own. */
    public ReadOnlyObjectProperty<@Nullable NetworkSettings> network() {
        return network.getReadOnlyProperty();
    }

    /**
     * The prices of runs on the testbed; null on this computer, and if they are unknown. Set before the testbed is
     * ready.
     */
    public ReadOnlyObjectProperty<@Nullable RunPrices> prices() {
        return prices.getReadOnlyProperty();
    }

    /** The testbed if it is ready, else empty. */
    public Optional<Testbed> testbed() {
        return status.get() instanceof TestbedStatus.Ready ready ? Optional.of(ready.testbed()) : Optional.empty();
    }

    /** The defaults of a testbed on this computer. */
    public LocalTestbedSettings localDefaults() {
        return lab.localDefaults();
    }

    /**
     * Starts a testbed on this computer, after closing the current one: both would use the same folder and ports. Does
     * nothing while a start is in progress.
     *
     * @param chosenNetwork network of all experiments, or null if each has its own
     */
    public void startLocal(LocalTestbedSettings settings, @Nullable NetworkSettings chosenNetwork) {
        start(() -> new Opened(lab.startLocalTestbed(settings), null), chosenNetwork);
    }

    /** Opens an existing remote testbed, with its own network, in place of the current one. */
    public void open(BackgroundTask.Work<Opened> opening) {
        start(opening, NetworkSettings.REAL);
    }

    /** Closes the testbed of this name if it is the current one, because it is about to be deleted. */
    public void closeNamed(String name) {
        testbed().filter(each -> each.name().equals(name)).ifPresent(each -> {
            each.close();
            prices.set(null);
            status.set(new TestbedStatus.None());
        });
    }

    private void start(BackgroundTask.Work<Opened> opening, @Nullable NetworkSettings chosenNetwork) {
        if (status.get() instanceof TestbedStatus.Starting) {
            return;
        }
        Optional<Testbed> old = testbed();
        status.set(new TestbedStatus.Starting());
        starting = tasks.of(
                        () -> {
                            old.ifPresent(Testbed::close);
                            return opening.call();
                        },
                        started -> {
                            network.set(chosenNetwork);
                            prices.set(started.prices());
                            status.set(new TestbedStatus.Ready(started.testbed()));
                        },
                        why -> status.set(new TestbedStatus.Failed(why)))
                .onEnd(this::startEnded)
                .start();
    }

    /** Cancels a start that is in progress. */
    public void cancelStart() {
        if (starting != null) {
            starting.cancel();
        }
    }

    private void startEnded() {
        if (status.get() instanceof TestbedStatus.Starting) {
            status.set(new TestbedStatus.None());
        }
    }
}
