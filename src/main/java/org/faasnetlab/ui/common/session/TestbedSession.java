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

/** The one testbed that the window works with. Used on the window's thread. */
public final class TestbedSession {
    private final Lab lab;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<TestbedStatus> status = new ReadOnlyObjectWrapper<>(new TestbedStatus.None());
    private final ReadOnlyObjectWrapper<NetworkSettings> network = new ReadOnlyObjectWrapper<>(NetworkSettings.REAL);
    private final ReadOnlyObjectWrapper<@Nullable RunPrices> prices = new ReadOnlyObjectWrapper<>();
    private @Nullable BackgroundTask<Opened> starting;

    /**
     * A testbed that was opened.
     *
     * @param prices what runs on it cost, or null if they cost nothing or it is not known
     */
    public record Opened(Testbed testbed, @Nullable RunPrices prices) {}

    public TestbedSession(Lab lab, BackgroundTasks tasks) {
        this.lab = lab;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<TestbedStatus> status() {
        return status.getReadOnlyProperty();
    }

    /** The network that experiments have unless they ask for their own. */
    public ReadOnlyObjectProperty<NetworkSettings> network() {
        return network.getReadOnlyProperty();
    }

    /** What runs on the testbed cost; null on this computer, and if it is not known. Set before the testbed is ready. */
    public ReadOnlyObjectProperty<@Nullable RunPrices> prices() {
        return prices.getReadOnlyProperty();
    }

    /** The testbed, if one is ready. */
    public Optional<Testbed> testbed() {
        return status.get() instanceof TestbedStatus.Ready ready ? Optional.of(ready.testbed()) : Optional.empty();
    }

    /** The defaults of a testbed on this computer. */
    public LocalTestbedSettings localDefaults() {
        return lab.localDefaults();
    }

    /**
     * Starts a testbed on this computer in place of the one there is, which is closed first: both would use the same
     * folder and ports. Does nothing while one is being started.
     */
    public void startLocal(LocalTestbedSettings settings, NetworkSettings defaultNetwork) {
        start(() -> new Opened(lab.startLocalTestbed(settings), null), defaultNetwork);
    }

    /** Opens a testbed that stands elsewhere, with its own network, in place of the one there is. */
    public void open(BackgroundTask.Work<Opened> opening) {
        start(opening, NetworkSettings.REAL);
    }

    /** Closes the testbed of this name, if it is the one there is: it is about to go. */
    public void leave(String name) {
        testbed().filter(one -> one.name().equals(name)).ifPresent(one -> {
            one.close();
            prices.set(null);
            status.set(new TestbedStatus.None());
        });
    }

    private void start(BackgroundTask.Work<Opened> opening, NetworkSettings defaultNetwork) {
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
                            network.set(defaultNetwork);
                            prices.set(started.prices());
                            status.set(new TestbedStatus.Ready(started.testbed()));
                        },
                        why -> status.set(new TestbedStatus.Failed(why)))
                .onEnd(this::notStartingAnyMore)
                .start();
    }

    /** Stops a start that is under way. */
    public void cancelStart() {
        if (starting != null) {
            starting.cancel();
        }
    }

    private void notStartingAnyMore() {
        if (status.get() instanceof TestbedStatus.Starting) {
            status.set(new TestbedStatus.None());
        }
    }
}
