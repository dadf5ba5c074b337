package org.faasnetlab.ui.aws;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.export.AtomicFileWriter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.smoke.SmokeReport;
import org.faasnetlab.run.smoke.SmokeStep;
import org.faasnetlab.run.smoke.SmokeTest;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.ui.aws.ActiveTestbeds.ActiveTestbed;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.jspecify.annotations.Nullable;

/**
 * The smoke test of the chosen account: its cost first, then its steps as they end, then its report. Used on the window's
 * thread.
 */
public final class SmokeViewModel {

    /**
     * A smoke test that can be started.
     *
     * @param cost at most
     */
    record Offer(AwsTestbeds where, AwsTestbedSettings settings, Cost cost) {}

    private final Lab lab;
    private final String version;
    private final AccountViewModel account;
    private final AwsTestbedJob job;
    private final ActiveTestbeds activeTestbeds;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final ObservableList<SmokeStep> steps = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private @Nullable SmokeTest test;
    private final ReadOnlyObjectWrapper<@Nullable SmokeReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LabException> problem = new ReadOnlyObjectWrapper<>();

    /** @param version of this program, for the report */
    public SmokeViewModel(
            Lab lab,
            String version,
            AccountViewModel account,
            AwsTestbedJob job,
            ActiveTestbeds activeTestbeds,
            BackgroundTasks tasks,
            Clock clock) {
        this.lab = lab;
        this.version = version;
        this.account = account;
        this.job = job;
        this.activeTestbeds = activeTestbeds;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The steps that have ended. */
    ObservableList<SmokeStep> steps() {
        return steps;
    }

    /** Whether the cost is being queried or the test runs. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** The report of the last test; null before its end. */
    ReadOnlyObjectProperty<@Nullable SmokeReport> report() {
        return report.getReadOnlyProperty();
    }

    /** Why the cost is unknown, or the report was not saved; null if there is no problem. */
    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Queries what the test would cost.
     *
     * @param offered asks the user
     */
    void prepare(Consumer<Offer> offered) {
        if (busy.get() || job.phase().get().isRunning()) {
            return;
        }
        account.known().ifPresent(known -> {
            AwsTestbeds where = known.testbeds();
            problem.set(null);
            busy.set(true);
            tasks.of(
                            () -> {
                                AwsTestbedSettings settings = SmokeTest.settings(where, null);
                                return new Offer(where, settings, SmokeTest.maxCost(where, settings));
                            },
                            offered,
                            problem::set)
                    .onEnd(() -> busy.set(running.get()))
                    .start();
        });
    }

    /** Runs the test, which creates and deletes a testbed. */
    void start(Offer offer) {
        if (running.get()) {
            return;
        }
        steps.clear();
        report.set(null);
        problem.set(null);
        running.set(true);
        busy.set(true);
        activeTestbeds.add(ActiveTestbed.creating(offer.where(), offer.settings(), clock.instant()));
        // The pane shows the steps of the test, not those of creation and deletion.
        SmokeTest started = new SmokeTest(
                lab,
                version,
                clock,
                CreationListener.NONE,
                DeletionListener.NONE,
                step -> tasks.onWindow(() -> steps.add(step)));
        test = started;
        tasks.of(() -> started.run(offer.where(), offer.settings()), made -> ended(offer, made), problem::set)
                .onEnd(() -> {
                    running.set(false);
                    busy.set(false);
                    cancelling.set(false);
                    test = null;
                })
                .start();
    }

    /** Whether the test was cancelled, and what it has created is being deleted. */
    ReadOnlyBooleanProperty cancelling() {
        return cancelling.getReadOnlyProperty();
    }

    /** Cancels the test, which then deletes what it has created and has a report of what it did. */
    void cancel() {
        if (test != null && !cancelling.get()) {
            cancelling.set(true);
            test.cancel();
        }
    }

    private void ended(Offer offer, SmokeReport made) {
        if (made.leavesNothing()) {
            activeTestbeds.remove(offer.where(), offer.settings().name());
        }
        report.set(made);
    }

    /** Writes the report as JSON. */
    void save(Path file) {
        SmokeReport made = report.get();
        if (made != null) {
            tasks.of(
                            () -> {
                                AtomicFileWriter.write(file, made::writeTo);
                                return file;
                            },
                            saved -> problem.set(null),
                            problem::set)
                    .start();
        }
    }

    /** The names of the steps that failed. */
    List<Phrase> failedSteps() {
        return steps.stream()
                .filter(step -> step.state() == SmokeStep.State.FAILED)
                .map(SmokeStep::name)
                .toList();
    }
}
