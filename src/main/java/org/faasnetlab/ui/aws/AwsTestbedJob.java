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

/** The testbed that this window is making or taking away. One at a time. Used on the window's thread. */
public final class AwsTestbedJob {

    /** How it stands. */
    public enum Phase {
        NONE,
        CREATING,
        /** What was begun is taken back. */
        CANCELLING,
        READY,
        CREATE_FAILED,
        /** The user cancelled it, and nothing of it is left. */
        CANCELLED,
        DELETING,
        /** The teardown went to its end; the report says what is left. */
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

    /** @param ticker says when a second has passed, while a job is under way */
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

    /** The time, from second to second while a job is under way. */
    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** The testbed's name; empty before the first job. */
    public ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    ObservableList<JobStepRow> steps() {
        return steps;
    }

    /** The stack's resources, each once, in the order in which CloudFormation came to them. */
    ObservableList<ResourceRow> resources() {
        return resources;
    }

    /** Why it failed, or why AWS cannot be asked at the moment; null if nothing is wrong. */
    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable DeletionReport> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ReadyTestbed> ready() {
        return ready.getReadOnlyProperty();
    }

    /** Where the job is done; empty before the first. */
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

    /** Whether what failed can be continued: a stack that AWS has taken back cannot. */
    ObservableValue<Boolean> canResume() {
        return phase.flatMap(reached -> problem.map(why -> reached == Phase.CREATE_FAILED && isResumable(why))
                .orElse(false));
    }

    private static boolean isResumable(LabException why) {
        return !(why instanceof CreationException refused)
                || refused.reason() == CreationException.Reason.FUNCTIONS_NOT_CREATED
                || refused.reason() == CreationException.Reason.NO_ANSWER;
    }

    /** Goes on with what failed. */
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

    /** Takes back what was begun. */
    void cancel() {
        if (phase.get() == Phase.CREATING) {
            phase.set(Phase.CANCELLING);
            cancellation.cancel();
        }
    }

    /** A set-up, given the listener. */
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
