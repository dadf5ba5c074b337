package org.faasnetlab.ui.shell;

import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.faasnetlab.ui.experiment.ExperimentViewModel;
import org.faasnetlab.ui.results.ResumeViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The menu of runs: what Experiment, Live and Results offer, from every screen. It repeats the run that is selected on
 * Results while that is shown, and the run on Live elsewhere. Items that are impossible now are disabled, with their keys.
 */
final class RunMenu extends Menu {
    private final Texts texts;
    private final WindowServices services;
    private final ShellScreens screens;

    RunMenu(Texts texts, WindowServices services, ShellScreens screens) {
        this.texts = texts;
        this.services = services;
        this.screens = screens;
        setText(texts.get("menu.run"));
        setId("menu-run");
        getItems()
                .addAll(
                        run(),
                        queue(),
                        tryIt(),
                        new SeparatorMenuItem(),
                        again(),
                        change(),
                        resume(),
                        new SeparatorMenuItem(),
                        cancel());
    }

    private MenuItem run() {
        ExperimentViewModel experiment = screens.experimentModel();
        return item(
                "runExperiment",
                Shortcuts.RUN,
                experiment.runnable(),
                () -> screens.experimentScreen().run());
    }

    private MenuItem queue() {
        ExperimentViewModel experiment = screens.experimentModel();
        return item(
                "addToQueue",
                Shortcuts.ADD_TO_QUEUE,
                experiment.queueable(),
                () -> screens.experimentScreen().addToQueue());
    }

    private MenuItem tryIt() {
        BooleanExpression busy = services.run().active().or(services.run().starting());
        ObservableValue<Boolean> possible = services.session()
                .status()
                .flatMap(now -> busy.map(running -> !running && !(now instanceof TestbedStatus.Starting)));
        return item(
                "tryIt",
                Shortcuts.TRY_IT,
                possible,
                () -> screens.testbedsScreen().tryIt());
    }

    private MenuItem again() {
        ResumeViewModel again = screens.again();
        ObservableValue<Boolean> possible =
                subject().flatMap(run -> again.canRunAgain()).orElse(false);
        MenuItem item = item(
                "runAgain",
                Shortcuts.RUN_AGAIN,
                possible,
                () -> withSubject(run -> again.runAgain(run, services.dialogs()::problem)));
        item.textProperty()
                .bind(again.queues().map(queues -> texts.get(queues ? "menu.runAgain.queue" : "menu.runAgain")));
        return item;
    }

    private MenuItem change() {
        return item(
                "changeAndRun",
                Shortcuts.CHANGE_AND_RUN,
                subject().map(run -> true).orElse(false),
                () -> withSubject(run -> screens.again().openAsExperiment(run, services.dialogs()::problem)));
    }

    private MenuItem resume() {
        ResumeViewModel again = screens.again();
        ObservableValue<Boolean> possible = services.navigation()
                .current()
                .flatMap(screen -> screen == ScreenId.RESULTS ? again.unfinished() : null)
                .flatMap(run -> again.ready())
                .orElse(false);
        return item("resumeRun", null, possible, () -> again.resume(services.dialogs()::problem));
    }

    private MenuItem cancel() {
        return item("cancelRun", Shortcuts.CANCEL_RUN, services.run().active(), screens::cancelRun);
    }

    /** The run that is repeated; holds null while there is none. */
    private ObservableValue<@Nullable RunRow> subject() {
        return services.navigation()
                .current()
                .flatMap(screen -> screen == ScreenId.RESULTS ? screens.selectedRun() : screens.liveRun());
    }

    private void withSubject(Consumer<RunRow> action) {
        RunRow run = subject().getValue();
        if (run != null) {
            action.accept(run);
        }
    }

    private MenuItem item(
            String key, @Nullable KeyCombination keys, ObservableValue<Boolean> possible, Runnable action) {
        MenuItem item = new MenuItem(texts.get("menu." + key));
        item.setId("menu-" + key);
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        item.disableProperty().bind(possible.map(can -> !can));
        return item;
    }
}
