package org.faasnetlab.ui.aws;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationException;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.ui.aws.ActiveTestbeds.ActiveTestbed;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Ticker;
import org.jspecify.annotations.Nullable;

/** The creation or deletion that this window runs, one at a time. Used on the window's thread. */
public final class AwsTestbedJob {

    /** Phase of the job. */
    public enum Phase {
        NONE,
        CREATING,
        /** The resources created so far are being deleted. */
        CANCELLING,
        READY,
        CREATE_FAILED,
        /** The user cancelled the creation, and nothing of it is left. */
        CANCELLED,
        DELETING,
        /** The deletion has finished; its report lists leftovers. */
        DELETED,
        DELETE_FAILED;

        public boolean isRunning() {
            return this == CREATING || this == CANCELLING || this == DELETING;
        }
    }

    private final BackgroundTasks tasks;
    private final ActiveTestbeds activeTestbeds;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ObservableList<JobStepRow> steps = FXCollections.observableArrayList();
    private final ObservableList<ResourceRow> resources = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DeletionReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ReadyTestbed> ready = new ReadOnlyObjectWrapper<>();
    private Cancellation cancellation = new Cancellation();
    private @Nullable AwsTestbeds account;
    private List<Integer> memorySizes = List.of();

    /** @param ticker ticks every second while a job is running */
    public AwsTestbedJob(BackgroundTasks tasks, ActiveTestbeds activeTestbeds, Clock clock, Ticker ticker) {
        this.tasks = tasks;
        this.activeTestbeds = activeTestbeds;
        this.clock = clock;
        now = new ReadOnlyObjectWrapper<>(clock.instant());
        phase.subscribe(reached -> {
            now.set(clock.instant());
            if (reached.isRunning()) {
                ticker.start(() -> now.set(clock.instant()));
            } else {
                ticker.stop();
            }
        });
    }

    /** The current time, updated every second while a job is running. */
    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Name of the testbed; empty before the first job. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    ObservableList<JobStepRow> steps() {
        return steps;
    }

    /** Resources of the stack, each once, in the order of their first event. */
    ObservableList<ResourceRow> resources() {
        return resources;
    }

    /** Why the job failed, or why AWS cannot be reached at the moment; null if there is no problem. */
    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable DeletionReport> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ReadyTestbed> ready() {
        return ready.getReadOnlyProperty();
    }

    /** The account of the job; empty before the first one. */
    Optional<AwsTestbeds> account() {
        return Optional.ofNullable(account);
    }

    public void create(AwsTestbeds where, AwsTestbedSettings settings, List<Integer> sizes) {
        if (!phase.get().isRunning()) {
            activeTestbeds.add(ActiveTestbed.creating(where, settings, clock.instant()));
        }
        startCreation(where, settings.name(), sizes, listener -> where.create(settings, sizes, listener, cancellation));
    }

    void resume(AwsTestbeds where, String testbed, List<Integer> sizes) {
        startCreation(where, testbed, sizes, listener -> where.resume(testbed, sizes, listener, cancellation));
    }

    /** Whether a failed creation can be resumed: not if CloudFormation has rolled back the stack. */
    ObservableValue<Boolean> canResume() {
        return phase.flatMap(reached -> problem.map(why -> reached == Phase.CREATE_FAILED && isResumable(why))
                .orElse(false));
    }

    private static boolean isResumable(LabException why) {
        return !(why instanceof CreationException refused)
                || refused.reason() == CreationException.Reason.FUNCTIONS_NOT_CREATED
                || refused.reason() == CreationException.Reason.NO_ANSWER
                || refused.reason() == CreationException.Reason.ROLLBACK_INCOMPLETE;
    }

    /** Resumes the failed creation. */
    void resumeFailed() {
        resume(Objects.requireNonNull(account), name.get(), memorySizes);
    }

    void delete(AwsTestbeds where, String testbed) {
        if (!begin(where, testbed, Phase.DELETING)) {
            return;
        }
        steps.setAll(JobStepRow.ofDeletion());
        JobProgressListener progress = new JobProgressListener(steps, resources, problem::set, tasks);
        tasks.of(() -> where.delete(testbed, progress), this::deleted, why -> failed(Phase.DELETE_FAILED, why))
                .onEnd(() -> onUnexpectedEnd(Phase.DELETE_FAILED))
                .start();
    }

    void deleteLeftovers() {
        delete(Objects.requireNonNull(account), name.get());
    }

    /** Cancels the creation and deletes what it has created. */
    void cancel() {
        if (phase.get() == Phase.CREATING) {
            phase.set(Phase.CANCELLING);
            cancellation.cancel();
        }
    }

    /** A creation that reports to the listener. */
    @FunctionalInterface
    private interface Creation {
        ReadyTestbed run(CreationListener listener) throws LabException, InterruptedException;
    }

    private void startCreation(AwsTestbeds where, String testbed, List<Integer> sizes, Creation work) {
        if (!begin(where, testbed, Phase.CREATING)) {
            return;
        }
        memorySizes = List.copyOf(sizes);
        cancellation = new Cancellation();
        steps.setAll(JobStepRow.ofCreation());
        JobProgressListener progress = new JobProgressListener(steps, resources, problem::set, tasks);
        tasks.of(
                        () -> {
                            ReadyTestbed ready = work.run(progress);
                            return new Created(
                                    ready, where.prices(ready.description().settings()));
                        },
                        created -> created(where, created),
                        this::creationFailed)
                .onEnd(() -> onUnexpectedEnd(Phase.CREATE_FAILED))
                .start();
    }

    private boolean begin(AwsTestbeds where, String testbed, Phase first) {
        if (phase.get().isRunning()) {
            return false;
        }
        account = where;
        name.set(testbed);
        problem.set(null);
        report.set(null);
        ready.set(null);
        resources.clear();
        phase.set(first);
        return true;
    }

    private record Created(ReadyTestbed testbed, PriceTable prices) {}

    private void created(AwsTestbeds where, Created created) {
        problem.set(null);
        activeTestbeds.add(ActiveTestbed.of(where, created.testbed().description(), created.prices()));
        ready.set(created.testbed());
        phase.set(Phase.READY);
    }

    private void creationFailed(LabException why) {
        boolean cancelled =
                why instanceof CreationException refused && refused.reason() == CreationException.Reason.CANCELLED;
        if (cancelled) {
            activeTestbeds.remove(Objects.requireNonNull(account), name.get());
        }
        failed(cancelled ? Phase.CANCELLED : Phase.CREATE_FAILED, why);
    }

    private void deleted(DeletionReport found) {
        problem.set(null);
        if (found.leftovers().isEmpty()) {
            activeTestbeds.remove(Objects.requireNonNull(account), name.get());
        }
        report.set(found);
        phase.set(Phase.DELETED);
    }

    private void failed(Phase now, LabException why) {
        problem.set(why);
        phase.set(now);
    }

    private void onUnexpectedEnd(Phase then) {
        if (phase.get().isRunning()) {
            phase.set(then);
        }
    }
}
