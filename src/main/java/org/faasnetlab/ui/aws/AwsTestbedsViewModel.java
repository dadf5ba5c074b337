package org.faasnetlab.ui.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.RunPrices;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.ui.aws.ActiveTestbeds.ActiveTestbed;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.jspecify.annotations.Nullable;

/**
 * The testbeds of the chosen account, wherever they were created, and the actions on them. Used on the window's thread.
 */
public final class AwsTestbedsViewModel {

    /**
     * A testbed.
     *
     * @param costSoFar empty if unknown
     * @param active cost from now on, if its servers run
     * @param holder the user who measures on it; empty if nobody does, or if that is unknown
     */
    record TestbedRow(
            TestbedStack stack,
            Optional<Cost> costSoFar,
            Optional<ActiveTestbed> active,
            Optional<MeasurementLock.Holder> holder) {}

    private static final Duration EXTENSION = Duration.ofHours(1);

    private final AccountViewModel account;
    private final TestbedSession session;
    private final CurrentRun run;
    private final AwsTestbedJob job;
    private final ActiveTestbeds activeTestbeds;
    private final BackgroundTasks tasks;
    private final ObservableList<TestbedRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();

    public AwsTestbedsViewModel(
            AccountViewModel account,
            TestbedSession session,
            CurrentRun run,
            AwsTestbedJob job,
            ActiveTestbeds activeTestbeds,
            BackgroundTasks tasks) {
        this.account = account;
        this.session = session;
        this.run = run;
        this.job = job;
        this.activeTestbeds = activeTestbeds;
        this.tasks = tasks;
        job.phase().subscribe(now -> {
            if (now == AwsTestbedJob.Phase.DELETING) {
                session.closeNamed(job.name().get());
            }
        });
        account.status().subscribe((before, now) -> {
            rows.clear();
            now.account().ifPresent(known -> refresh());
        });
    }

    AccountViewModel account() {
        return account;
    }

    AwsTestbedJob job() {
        return job;
    }

    CurrentRun run() {
        return run;
    }

    /** Status of the testbed for experiments. */
    ReadOnlyObjectProperty<TestbedStatus> session() {
        return session.status();
    }

    ObservableList<TestbedRow> rows() {
        return rows;
    }

    /** Why the testbeds cannot be listed, or null. */
    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /** Lists the testbeds again. */
    public void refresh() {
        if (account.known().isEmpty()) {
            account.load();
            account.check();
            return;
        }
        if (loading.get()) {
            return;
        }
        loading.set(true);
        problem.set(null);
        AwsTestbeds where = account.known().get().testbeds();
        tasks.of(() -> list(where), found -> show(where, found), problem::set)
                .onEnd(() -> loading.set(false))
                .start();
    }

    /** Opens a testbed for experiments in place of the current one. */
    void use(TestbedRow row, boolean outside) {
        open(account.known().orElseThrow().testbeds(), row.stack().name(), outside);
    }

    /** Opens the testbed that was just created. */
    public void useCreated() {
        job.account().ifPresent(where -> open(where, job.name().get(), false));
    }

    void resume(TestbedRow row) {
        List<Integer> sizes = row.stack()
                .settings()
                .map(settings -> List.of(settings.memoryMb()))
                .orElse(List.of());
        job.resume(account.known().orElseThrow().testbeds(), row.stack().name(), sizes);
    }

    void delete(TestbedRow row) {
        job.delete(account.known().orElseThrow().testbeds(), row.stack().name());
    }

    /** Extends the lease by one hour. */
    void extend(TestbedRow row) {
        change(where -> where.extendLease(row.stack(), EXTENSION));
    }

    /** Ends the run of the user who measures. */
    void release(TestbedRow row) {
        row.holder().ifPresent(holder -> change(where -> where.release(row.stack(), holder)));
    }

    @FunctionalInterface
    private interface Change {
        void apply(AwsTestbeds where) throws LabException;
    }

    private void change(Change change) {
        AwsTestbeds where = account.known().orElseThrow().testbeds();
        tasks.of(
                        () -> {
                            change.apply(where);
                            return where;
                        },
                        changed -> refresh(),
                        problem::set)
                .start();
    }

    private void open(AwsTestbeds where, String name, boolean outside) {
        if (!run.active().get()) {
            session.open(() -> {
                Testbed opened = where.open(name, outside);
                return new TestbedSession.Opened(opened, prices(where, name).orElse(null));
            });
        }
    }

    private static Optional<RunPrices> prices(AwsTestbeds where, String name) throws LabException {
        return where.find(name)
                .flatMap(TestbedStack::settings)
                .map(settings -> RunPrices.of(settings, where.prices(settings)));
    }

    private static List<TestbedRow> list(AwsTestbeds where) throws LabException {
        List<TestbedRow> found = new ArrayList<>();
        for (TestbedStack stack : where.list()) {
            Optional<PriceTable> prices = stack.settings().map(where::prices);
            found.add(new TestbedRow(
                    stack,
                    costSoFar(where, stack),
                    prices.flatMap(table -> ActiveTestbeds.of(where, stack, table)),
                    holder(where, stack)));
        }
        return found;
    }

    private static Optional<MeasurementLock.Holder> holder(AwsTestbeds where, TestbedStack stack) throws LabException {
        try {
            return where.measuring(stack);
        } catch (AwsAccessException e) {
            if (e.reason() == AwsAccessException.Reason.DENIED) {
                return Optional.empty(); // the list is useful without it
            }
            throw e;
        }
    }

    private static Optional<Cost> costSoFar(AwsTestbeds where, TestbedStack stack) throws LabException {
        try {
            return where.costSoFar(stack);
        } catch (AwsAccessException e) {
            if (e.reason() == AwsAccessException.Reason.DENIED) {
                return Optional.empty(); // the list is useful without the cost
            }
            throw e;
        }
    }

    private void show(AwsTestbeds where, List<TestbedRow> found) {
        if (account.known()
                .map(AccountStatus.Known::testbeds)
                .filter(where::equals)
                .isPresent()) {
            activeTestbeds.setAll(
                    where, found.stream().flatMap(row -> row.active().stream()).toList());
            rows.setAll(found);
        }
    }
}
