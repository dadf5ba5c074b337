package org.faasnetlab.ui.results;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Visibility;

/** The saved runs, newest first, and a search over them. */
final class RunList extends VBox {
    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final ListView<RunRow> list;
    private boolean following;

    RunList(ResultsViewModel model, ResultFormatter formatter, Desktop desktop) {
        this.model = model;
        this.formatter = formatter;
        getStyleClass().addAll("card-pane", "run-list");
        TextField search = new TextField();
        search.setId("results-search");
        search.setPromptText(formatter.get("search"));
        search.setAccessibleText(formatter.get("search"));
        search.textProperty().bindBidirectional(model.catalogue().search());
        list = new ListView<>(model.catalogue().matching());
        list.setId("results-runs");
        list.setCellFactory(view -> new RunCell());
        list.setPlaceholder(placeholder());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getChildren().addAll(search, list, new RunListActions(model, formatter, desktop));
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> model.selection()
                .chosen()
                .setAll(List.copyOf(list.getSelectionModel().getSelectedItems())));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!following && now != null) {
                model.select(now);
            }
        });
        model.run().subscribe(now -> follow());
        model.labels().labels().addListener((MapChangeListener<String, RunLabel>) change -> list.refresh());
        model.catalogue().matching().addListener((ListChangeListener<RunRow>) change -> follow());
    }

    /** In place of the runs: that they are being read, that none matches, or why they could not be read. */
    private Node placeholder() {
        Label none = new Label();
        none.textProperty()
                .bind(model.catalogue().listed().map(listed -> formatter.get(listed ? "list.none" : "list.loading")));
        Notice problem = Notice.problem();
        problem.setId("results-problem");
        model.problem().subscribe(now -> problem.show(now));
        Button again = Buttons.plain("results-again", formatter.get("problem.again"), model::refresh);
        VBox failed = new VBox(10, problem, again);
        failed.getStyleClass().add("list-problem");
        return new StackPane(
                Visibility.showWhen(none, model.problem().isNull()),
                Visibility.showWhen(failed, model.problem().isNotNull()));
    }

    /** Selects the current run in the list, also after the list has changed. */
    private void follow() {
        following = true;
        RunRow run = model.run().get();
        if (run == null || !model.catalogue().matching().contains(run)) {
            list.getSelectionModel().clearSelection();
        } else if (!list.getSelectionModel().getSelectedItems().contains(run)) {
            list.getSelectionModel().clearAndSelect(model.catalogue().matching().indexOf(run));
        }
        following = false;
    }

    private final class RunCell extends ListCell<RunRow> {
        @Override
        protected void updateItem(RunRow run, boolean empty) {
            super.updateItem(run, empty);
            setText(null);
            setGraphic(empty || run == null ? null : lines(run));
            setTooltip(empty || run == null ? null : new Tooltip(formatter.hint(run)));
        }

        private VBox lines(RunRow run) {
            Label title = new Label(run.title());
            title.getStyleClass().add("run-title");
            Circle mark = new Circle(4);
            mark.getStyleClass().addAll("status-mark", run.status().id());
            HBox first = new HBox(6, mark, title);
            first.getStyleClass().add("title-line");
            Label when = new Label(formatter.listLine(run));
            when.getStyleClass().add("run-line");
            HBox second = new HBox(6, when);
            if (run.simulatedNetwork()) {
                Label simulated = new Label(formatter.get("simulated.short"));
                simulated.getStyleClass().addAll("badge", "warning", "small");
                simulated.setMinWidth(Region.USE_PREF_SIZE);
                second.getChildren().add(simulated);
            }
            when.setMinWidth(Region.USE_PREF_SIZE);
            VBox lines = new VBox(first, second);
            String tags = formatter.tags(model.labels().of(run));
            if (!tags.isEmpty()) {
                Label tagged = new Label(tags);
                tagged.getStyleClass().add("run-line");
                lines.getChildren().add(tagged);
            }
            lines.setPrefWidth(0);
            lines.setAccessibleText(formatter.hint(run));
            return lines;
        }
    }
}
