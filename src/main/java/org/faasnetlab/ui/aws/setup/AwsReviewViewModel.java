package org.faasnetlab.ui.aws.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.faasnetlab.ui.common.BackgroundTask;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.jspecify.annotations.Nullable;

/**
 * Reviews a testbed before its creation: results of the preflight checks as they arrive, and the plan with current
 * prices.
 */
final class AwsReviewViewModel {

    /**
     * A preflight check.
     *
     * @param found result; null until the check has run
     */
    record CheckRow(Phrase title, @Nullable PreflightResult found) {}

    static final String TEMPLATE_FILE = "faasnetlab-template.yaml";
    static final String POLICY_FILE = "faasnetlab-policy.json";
    static final String PLAN_FILE = "faasnetlab-plan.txt";

    private final BackgroundTasks tasks;
    private final ObservableList<CheckRow> checks = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable CreationPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private @Nullable BackgroundTask<?> checkTask;
    private Object round = new Object();

    AwsReviewViewModel(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    ObservableList<CheckRow> checks() {
        return checks;
    }

    /** The plan, first with the bundled prices, then with those of AWS. */
    ReadOnlyObjectProperty<@Nullable CreationPlan> plan() {
        return plan.getReadOnlyProperty();
    }

    /** Why checks or prices could not be requested, or null. */
    ReadOnlyObjectProperty<@Nullable LabException> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /** Runs the checks again; results of earlier checks that arrive later are dropped. */
    void runChecks(AwsTestbeds account, AwsTestbedSettings settings, int functions) {
        stop();
        Object now = new Object();
        round = now;
        problem.set(null);
        plan.set(null);
        checks.clear();
        checking.set(true);
        loadPlan(account, settings, functions, false, now);
        checkTask = tasks.of(
                        () -> {
                            Map<String, Phrase> titles = account.preflightTitles(settings, functions);
                            onWindow(now, () -> reset(titles));
                            return account.preflight(
                                    settings, functions, line -> onWindow(now, () -> accept(titles, line)));
                        },
                        all -> {},
                        why -> ifCurrent(now, () -> problem.set(why)))
                .onEnd(() -> ifCurrent(now, () -> checking.set(false)))
                .start();
    }

    /** Shows the plan with the bundled prices, without calling AWS and without checks. */
    void planOnly(AwsTestbedSettings settings, int functions, String region) {
        stop();
        round = new Object();
        checks.clear();
        checking.set(false);
        problem.set(null);
        plan.set(null);
        try {
            SettingsValidator.require(settings, region);
            plan.set(new CreationPlan(settings, functions, region, PriceTable.bundled()));
        } catch (InvalidTestbedSettingException invalid) {
            problem.set(invalid);
        }
    }

    /** Writes plan, template and policy to a folder. */
    void save(Path folder) {
        CreationPlan shown = plan.get();
        if (shown != null) {
            tasks.of(() -> write(shown, folder), saved -> problem.set(null), problem::set)
                    .start();
        }
    }

    /** Files for the administrator of the account. */
    private static Path write(CreationPlan plan, Path folder) throws LabException {
        try {
            Files.writeString(folder.resolve(TEMPLATE_FILE), new TestbedTemplate().text());
            Files.writeString(folder.resolve(POLICY_FILE), plan.policy());
            Files.writeString(folder.resolve(PLAN_FILE), plan.text());
            return folder;
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Cannot write the files to {0}.", folder),
                    Phrase.of("Choose a writable folder."),
                    e);
        }
    }

    /** Cancels the checks. */
    void stop() {
        if (checkTask != null) {
            checkTask.cancel();
        }
    }

    private void loadPlan(
            AwsTestbeds account, AwsTestbedSettings settings, int functions, boolean currentPrices, Object now) {
        tasks.of(
                        () -> account.plan(settings, functions, currentPrices),
                        loaded -> ifCurrent(now, () -> {
                            plan.set(loaded);
                            if (!currentPrices) {
                                loadPlan(account, settings, functions, true, now);
                            }
                        }),
                        why -> ifCurrent(now, () -> problem.set(why)))
                .start();
    }

    private void reset(Map<String, Phrase> titles) {
        checks.setAll(
                titles.values().stream().map(title -> new CheckRow(title, null)).toList());
    }

    private void accept(Map<String, Phrase> titles, PreflightResult line) {
        CheckRow row = new CheckRow(line.title(), line);
        int place = List.copyOf(titles.keySet()).indexOf(line.id());
        if (place >= 0) {
            checks.set(place, row);
        } else {
            checks.add(row);
        }
    }

    private void onWindow(Object checkRound, Runnable change) {
        tasks.onWindow(() -> ifCurrent(checkRound, change));
    }

    private void ifCurrent(Object checkRound, Runnable change) {
        if (round == checkRound) {
            change.run();
        }
    }
}
