package org.faasnetlab.ui.experiment;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.PageHeader;
import org.faasnetlab.ui.common.control.Visibility;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Presets on the left, their settings on the right, and below them the estimate and the Run button. */
public final class ExperimentScreen implements Screen {
    private final Texts texts = Texts.of(ExperimentScreen.class);
    private final ExperimentViewModel model;
    private final Desktop desktop;
    private final Dialogs dialogs;
    private final VBox view;
    private boolean searching;

    public ExperimentScreen(ExperimentViewModel model, Desktop desktop, Dialogs dialogs) {
        this.model = model;
        this.desktop = desktop;
        this.dialogs = dialogs;
        HBox columns = new HBox(presets(), settings());
        columns.getStyleClass().add("experiment-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        view = new VBox(top(), columns, start());
        view.getStyleClass().add("page");
    }

    @Override
    public Node view() {
        return view;
    }

    private Node top() {
        PageHeader title = new PageHeader(texts.get("title"), texts.get("subtitle"));
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox top = new HBox(
                title,
                Buttons.withIcon("open-plan", texts.get("plan.open"), Feather.FOLDER, this::openPlan),
                savePlan());
        top.getStyleClass().add("tool-row");
        return top;
    }

    private Node presets() {
        ListView<Preset> list = new ListView<>();
        list.setId("presets");
        list.getStyleClass().add("preset-list");
        list.setAccessibleText(texts.get("presets"));
        list.setItems(model.shownPresets());
        list.setPlaceholder(CardLabels.muted(texts.get("presets.none")));
        list.setCellFactory(unused -> new PresetCell(list.widthProperty(), model::headingBefore));
        // The first of a group, which has its heading, changes with the search.
        model.shownPresets().addListener((InvalidationListener) changed -> list.refresh());
        CustomTextField search = new CustomTextField();
        search.setId("preset-search");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText(texts.get("presets.search"));
        search.setAccessibleText(texts.get("presets.search"));
        // The list selects another preset where the selected one is filtered out; that is not the user's choice.
        search.textProperty().addListener((property, before, now) -> searching = true);
        search.textProperty().bindBidirectional(model.presetSearch());
        search.textProperty().addListener((property, before, now) -> {
            searching = false;
            select(list);
        });
        model.preset().subscribe(now -> select(list));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null && chosen != model.preset().get() && !searching) {
                choose(chosen);
            }
        });
        VBox card = new VBox(CardLabels.heading(texts.get("presets")), search, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        card.getStyleClass().addAll("card-pane", "preset-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox column = new VBox(card, new QueuePane(model.queue(), dialogs));
        column.getStyleClass().add("preset-column");
        return column;
    }

    private void select(ListView<Preset> list) {
        int index = list.getItems().indexOf(model.preset().get());
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(index);
        }
    }

    /** Choosing a preset discards changed settings, which can be undone. */
    private void choose(Preset chosen) {
        ExperimentPlan edited = model.editedPlan();
        model.choose(chosen);
        if (edited != null) {
            dialogs.undoable(
                    texts.get("edits.discarded", edited.title()), texts.get("edits.undo"), () -> model.open(edited));
        }
    }

    private Node settings() {
        SettingsForm form = new SettingsForm(texts, model.functionLimit());
        model.inputs().subscribe(form::show);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label heading = CardLabels.heading("");
        heading.textProperty().bind(model.heading());
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox top = new HBox(
                heading,
                searchPilot(),
                Buttons.withIcon("restore-settings", texts.get("restore"), Feather.ROTATE_CCW, model::restore));
        top.getStyleClass().add("tool-row");
        VBox card = new VBox(top, networkNotice(), trafficNotice(), pilot(), scroll);
        card.getStyleClass().addAll("card-pane", "settings-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node searchPilot() {
        Button search = Buttons.withIcon("search-pilot", texts.get("pilot.search"), Feather.REPEAT, model::searchPilot);
        search.setTooltip(new Tooltip(texts.get("pilot.hint")));
        search.disableProperty().bind(model.estimate().isNull());
        return search;
    }

    private Node pilot() {
        Button use = Buttons.plain("use-pilot", texts.get("pilot.use"), model::usePilot);
        Visibility.showWhen(use, model.pilotRepeats().isNotNull());
        return notice("pilot", model.pilotText(), use);
    }

    private Node networkNotice() {
        return notice(
                "network-notice",
                model.networkNotice(),
                Buttons.plain("switch-network", texts.get("network.switch"), model::switchNetwork));
    }

    private Node trafficNotice() {
        return notice("traffic-notice", model.trafficNotice());
    }

    /** A line that is shown while it has a text, with what the user can do beside it. */
    private static Node notice(String id, ReadOnlyStringProperty text, Node... actions) {
        Label line = CardLabels.line("");
        line.setId(id);
        line.textProperty().bind(text);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox row = new HBox(line);
        row.getChildren().addAll(actions);
        row.getStyleClass().addAll("tool-row", "notice", "information-notice");
        return Visibility.showWhen(row, text.isNotEmpty());
    }

    private Node start() {
        EstimateBar estimate = new EstimateBar(texts);
        Runnable show = () -> estimate.show(model.estimate().get(), model.cost().get());
        model.estimate().subscribe(show);
        model.cost().subscribe(show);
        show.run();
        HBox.setHgrow(estimate, Priority.ALWAYS);
        Button run = Buttons.primary("run", texts.get("run"), this::run);
        run.disableProperty().bind(model.runnable().map(can -> !can));
        Button queue = Buttons.plain("add-to-queue", texts.get("queue.add"), this::addToQueue);
        queue.setTooltip(new Tooltip(texts.get("queue.add.hint")));
        queue.disableProperty().bind(model.queueable().not());
        HBox numbers = new HBox(estimate, queue, run);
        numbers.getStyleClass().add("tool-row");
        Notice problem = Notice.problem();
        model.problem().subscribe(problem::show);
        VBox card = new VBox(numbers, blockedReason(), problem, message(), command());
        card.getStyleClass().addAll("card-pane", "start-card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    /** Runs the experiment, a large one after confirmation. */
    public void run() {
        confirmed(model::run);
    }

    /** Adds the experiment to the queue, a large one after confirmation. */
    public void addToQueue() {
        confirmed(model::addToQueue);
    }

    private Button savePlan() {
        Button save = Buttons.withIcon(
                "save-plan",
                texts.get("plan.save"),
                Feather.SAVE,
                () -> desktop.chooseFileToSave(texts.get("plan.save.title"), planFiles(), model.suggestedFile())
                        .ifPresent(model::save));
        save.disableProperty().bind(model.estimate().isNull());
        return save;
    }

    private void openPlan() {
        desktop.chooseFileToOpen(texts.get("plan.open.title"), planFiles()).ifPresent(model::open);
    }

    private Desktop.FileKind planFiles() {
        return new Desktop.FileKind(texts.get("plan.kind"), List.of("yaml", "yml", "json"));
    }

    /** Runs or queues the experiment, a large one only after confirmation. */
    private void confirmed(Runnable start) {
        PlanEstimate estimate = model.estimate().get();
        if (estimate == null || !model.large()) {
            start.run();
            return;
        }
        dialogs.confirm(
                texts.get("large.title"),
                texts.get("large.text", estimate.trials() + "", DurationFormatter.format(estimate.duration())),
                texts.get("large.yes"),
                start);
    }

    private Node message() {
        Label message = CardLabels.muted("");
        message.setId("plan-message");
        message.textProperty().bind(model.message());
        return Visibility.showWhen(message, model.message().isNotEmpty());
    }

    private Node blockedReason() {
        Label reason = CardLabels.muted("");
        reason.setId("why-not-run");
        reason.textProperty().bind(model.runBlockedReason());
        reason.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reason, Priority.ALWAYS);
        Button testbeds = Buttons.plain("go-to-testbeds", texts.get("testbeds"), model::goToTestbeds);
        HBox row = new HBox(reason, Visibility.showWhen(testbeds, model.noTestbed()));
        row.getStyleClass().add("tool-row");
        return Visibility.showWhen(row, model.runBlockedReason().isNotEmpty());
    }

    private Node command() {
        TextField command = new TextField();
        command.setId("command");
        command.setEditable(false);
        command.getStyleClass().add("monospace");
        command.textProperty().bind(model.command());
        HBox.setHgrow(command, Priority.ALWAYS);
        Label label = new Label(texts.get("command"));
        label.setLabelFor(command);
        Button copy = Buttons.iconOnly(
                "copy-command", texts.get("command.copy"), Feather.COPY, () -> desktop.copy(command.getText()));
        HBox row = new HBox(label, command, copy);
        row.getStyleClass().add("tool-row");
        return row;
    }
}
