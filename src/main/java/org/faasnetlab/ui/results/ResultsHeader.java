package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.FittingLabel;
import org.faasnetlab.ui.common.control.Visibility;
import org.kordamp.ikonli.feather.Feather;

/** The title of the selected run and the actions on it. */
final class ResultsHeader extends HBox {
    private static final double NARROW_WIDTH = 900;

    private final ResultsViewModel model;
    private final ResumeViewModel again;
    private final ResultFormatter formatter;
    private final Desktop desktop;
    private final RunDeletion deletion;
    private final Label note = new Label();
    private final Label title = new Label();
    private final Label status = new Label();
    private final BooleanProperty completed = new SimpleBooleanProperty();
    private final Label simulated = new Label();
    private final FittingLabel subtitle = new FittingLabel();

    ResultsHeader(
            ResultsViewModel model,
            ResumeViewModel again,
            ResultFormatter formatter,
            Desktop desktop,
            RunDeletion deletion) {
        this.model = model;
        this.again = again;
        this.formatter = formatter;
        this.desktop = desktop;
        this.deletion = deletion;
        getStyleClass().add("live-header");
        title.getStyleClass().add("page-title");
        title.setId("results-title");
        title.setMinWidth(0);
        Tooltip wholeTitle = new Tooltip();
        wholeTitle.textProperty().bind(title.textProperty());
        title.setTooltip(wholeTitle);
        status.setId("results-status");
        status.setMinWidth(Region.USE_PREF_SIZE);
        simulated.setText(formatter.get("simulated"));
        simulated.setTooltip(new Tooltip(formatter.get("simulated.hint")));
        simulated.getStyleClass().addAll("badge", "warning");
        simulated.setMinWidth(Region.USE_PREF_SIZE);
        simulated.managedProperty().bind(simulated.visibleProperty());
        subtitle.getStyleClass().add("page-subtitle");
        subtitle.setId("results-subtitle");
        note.setId("results-note");
        note.getStyleClass().add("page-subtitle");
        note.setMinWidth(0);
        Tooltip wholeNote = new Tooltip();
        wholeNote.textProperty().bind(note.textProperty());
        note.setTooltip(wholeNote);
        HBox top = new HBox(8, title, simulated);
        // That a run is completed is no news where there is little room.
        status.visibleProperty().bind(widthProperty().greaterThan(NARROW_WIDTH).or(completed.not()));
        status.managedProperty().bind(status.visibleProperty());
        HBox line = new HBox(8, status, subtitle, note);
        top.getStyleClass().add("title-line");
        line.getStyleClass().add("title-line");
        VBox names = new VBox(4, top, line);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        getChildren().addAll(names, resume(), runAgain(), experiment(), label(), delete(), export());
        Visibility.showWhen(this, model.run().isNotNull());
        model.run().subscribe(now -> show());
        model.details().subscribe(now -> show());
        model.labels().labels().addListener((MapChangeListener<String, RunLabel>) change -> show());
        model.run().subscribe(again::check);
    }

    private void show() {
        RunRow run = model.run().get();
        if (run == null) {
            return;
        }
        title.setText(run.title());
        completed.set(run.status() == RunStatus.COMPLETED);
        status.setText(formatter.status(run.status()));
        status.getStyleClass().setAll("label", "badge", run.status().id());
        simulated.setVisible(run.simulatedNetwork());
        subtitle.show(formatter.subtitles(run, model.details().get()));
        note.setText(formatter.label(model.labels().of(run)).replace('\n', ' '));
    }

    private Button runAgain() {
        Button runAgain = Buttons.withIcon("results-run-again", formatter.get("again"), Feather.ROTATE_CW, () -> {
            RunRow run = model.run().get();
            if (run != null) {
                again.runAgain(run, model::fail);
            }
        });
        Tooltip hint = new Tooltip();
        hint.textProperty()
                .bind(again.canRunAgain()
                        .flatMap(can -> again.queues()
                                .map(queues -> formatter.get(
                                        !can ? "again.no.testbed" : queues ? "again.queue.hint" : "again.hint"))));
        runAgain.setTooltip(hint);
        runAgain.disableProperty().bind(again.canRunAgain().map(can -> !can));
        shortened(runAgain);
        runAgain.textProperty().bind(again.queues().map(queues -> formatter.get(queues ? "again.queue" : "again")));
        runAgain.accessibleTextProperty().bind(runAgain.textProperty());
        return runAgain;
    }

    private Button experiment() {
        Button experiment = Buttons.withIcon("results-experiment", formatter.get("experiment"), Feather.SLIDERS, () -> {
            RunRow run = model.run().get();
            if (run != null) {
                again.openAsExperiment(run, model::fail);
            }
        });
        experiment.setTooltip(new Tooltip(formatter.get("experiment.hint")));
        return shortened(experiment);
    }

    /** Leaves out the text of a button where there is little room. */
    private Button shortened(Button button) {
        button.setAccessibleText(button.getText());
        button.contentDisplayProperty()
                .bind(widthProperty()
                        .map(width -> width.doubleValue() < NARROW_WIDTH
                                ? ContentDisplay.GRAPHIC_ONLY
                                : ContentDisplay.LEFT));
        return button;
    }

    private Button label() {
        Button label = Buttons.iconOnly(
                "results-label",
                formatter.get("label.hint"),
                Feather.EDIT_3,
                () -> model.labels().editing().set(true));
        new RunLabelForm(model, formatter, label);
        return label;
    }

    /** Shown for a run that has trials left; it takes its place in the row only then. */
    private Button resume() {
        Button resume = Buttons.withIcon(
                "results-resume", formatter.get("resume"), Feather.PLAY, () -> again.resume(model::fail));
        Tooltip hint = new Tooltip();
        hint.textProperty()
                .bind(again.ready().map(ready -> formatter.get(ready ? "resume.ready" : "resume.not.ready")));
        resume.setTooltip(hint);
        resume.disableProperty().bind(again.ready().map(ready -> !ready));
        return Visibility.showWhen(shortened(resume), again.unfinished().isNotNull());
    }

    private Button delete() {
        return Buttons.iconOnly("results-delete", formatter.get("delete.hint"), Feather.TRASH_2, () -> {
            RunRow run = model.run().get();
            if (run != null) {
                deletion.delete(List.of(run));
            }
        });
    }

    private MenuButton export() {
        MenuButton menu = new MenuButton();
        menu.setId("results-export");
        menu.getStyleClass().add("accent");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.disableProperty().bind(model.exporting().underWay());
        menu.textProperty()
                .bind(model.exporting().underWay().map(busy -> formatter.get(busy ? "export.under.way" : "export")));
        for (ExportFormat kind : ExportFormat.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT);
            MenuItem item = new MenuItem(formatter.get("export." + key));
            item.setId("results-export-" + key);
            item.setOnAction(event -> desktop.chooseFileToSave(
                            formatter.get("export.title"),
                            new Desktop.FileKind(kind.extension().toUpperCase(Locale.ROOT), kind.extension()),
                            model.suggestedName(kind))
                    .ifPresent(file -> model.export(kind, file)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
