package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.analysis.summary.RateSketch;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.ui.chart.Sparkline;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Skeleton;
import org.faasnetlab.ui.common.control.Visibility;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The saved runs with their results in short, and search, filter, order and actions for them. */
final class RunList extends VBox {
    /** Padding of a cell and width of the scroll bar, in pixels. */
    private static final double CELL_PADDING = 30;

    private static final int SKELETON_ROWS = 8;
    private static final double GAP = 8;

    /** Of the longest name of a state. */
    private static final double BADGE_WIDTH = 76;

    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final ListView<RunRow> list;
    private boolean following;

    RunList(ResultsViewModel model, ResultFormatter formatter, Desktop desktop, RunDeletion deletion) {
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
        list.setAccessibleText(formatter.get("list.name"));
        list.setCellFactory(view -> new RunCell());
        list.setPlaceholder(placeholder());
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox top = new HBox(6, search, filter());
        RunListActions actions = new RunListActions(model, formatter, desktop);
        getChildren().addAll(top, list, actions);
        list.setContextMenu(menu(desktop, deletion, actions));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                deletion.delete(List.copyOf(model.selection().chosen()));
                event.consume();
            }
        });
        model.results().known().addListener((MapChangeListener<RunRow, RunResults.Result>) change -> list.refresh());
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

    private MenuButton filter() {
        MenuButton filter = new MenuButton();
        filter.setId("results-filter");
        filter.setGraphic(new FontIcon(Feather.FILTER));
        filter.setAccessibleText(formatter.get("filter"));
        filter.setTooltip(new Tooltip(formatter.get("filter")));
        filter.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup orders = new ToggleGroup();
        for (RunCatalogue.Order order : RunCatalogue.Order.values()) {
            RadioMenuItem item = new RadioMenuItem(formatter.get("order." + order));
            item.setId("results-order-" + order);
            item.setToggleGroup(orders);
            item.setSelected(order == model.catalogue().order().get());
            item.setOnAction(event -> model.catalogue().order().set(order));
            filter.getItems().add(item);
        }
        filter.getItems().add(new SeparatorMenuItem());
        for (RunStatus state : RunStatus.values()) {
            CheckMenuItem item = new CheckMenuItem(formatter.status(state));
            item.setId("results-filter-" + state.id());
            item.setOnAction(event -> {
                if (item.isSelected()) {
                    model.catalogue().states().add(state);
                } else {
                    model.catalogue().states().remove(state);
                }
            });
            filter.getItems().add(item);
        }
        filter.getItems().add(new SeparatorMenuItem());
        MenuItem clear = new MenuItem(formatter.get("filter.clear"));
        clear.setId("results-filter-clear");
        clear.setOnAction(event -> {
            model.catalogue().clearFilters();
            filter.getItems().stream()
                    .filter(CheckMenuItem.class::isInstance)
                    .forEach(item -> ((CheckMenuItem) item).setSelected(false));
        });
        for (RunCatalogue.Filter kind : RunCatalogue.Filter.values()) {
            Menu menu = new Menu(formatter.get("filter." + kind));
            menu.setId("results-filter-" + kind);
            filter.getItems().add(menu);
        }
        filter.getItems().add(clear);
        filter.setOnShowing(event -> {
            fillFilters(filter);
            clear.setDisable(!model.catalogue().isFiltered());
        });
        return filter;
    }

    /** The values that the saved runs have now. */
    private void fillFilters(MenuButton filter) {
        for (RunCatalogue.Filter kind : RunCatalogue.Filter.values()) {
            filter.getItems().stream()
                    .filter(item -> ("results-filter-" + kind).equals(item.getId()))
                    .forEach(menu -> ((Menu) menu)
                            .getItems()
                            .setAll(model.catalogue().values(kind).stream()
                                    .map(value -> filterItem(kind, value))
                                    .toList()));
        }
    }

    private CheckMenuItem filterItem(RunCatalogue.Filter kind, String value) {
        CheckMenuItem item = new CheckMenuItem(value);
        item.setMnemonicParsing(false);
        item.setSelected(model.catalogue().chosen(kind).contains(value));
        item.setOnAction(event -> {
            if (item.isSelected()) {
                model.catalogue().chosen(kind).add(value);
            } else {
                model.catalogue().chosen(kind).remove(value);
            }
        });
        return item;
    }

    private ContextMenu menu(Desktop desktop, RunDeletion deletion, RunListActions actions) {
        MenuItem compare = new MenuItem(formatter.get("compare"));
        compare.setOnAction(event -> actions.compareChosen());
        MenuItem copy = new MenuItem(formatter.get("copy.runs"));
        copy.setOnAction(event -> desktop.copy(model.selection().chosen().stream()
                .map(run -> run.id() + "\t" + formatter.hint(run) + "\t" + result(run))
                .collect(Collectors.joining("\n", "", "\n"))));
        MenuItem label = new MenuItem(formatter.get("label.hint"));
        label.setOnAction(event -> model.labels().editing().set(true));
        MenuItem delete = new MenuItem(formatter.get("delete.yes"));
        delete.setOnAction(
                event -> deletion.delete(List.copyOf(model.selection().chosen())));
        ContextMenu menu = new ContextMenu(compare, label, copy, new SeparatorMenuItem(), delete);
        menu.setOnShowing(event -> {
            compare.setDisable(model.selection().chosen().size() < 2);
            label.setDisable(model.selection().chosen().size() != 1);
            delete.setDisable(model.selection().anyRunning());
        });
        return menu;
    }

    private String result(RunRow run) {
        RunResults.Result result = model.results().known().get(run);
        return result == null ? "" : formatter.result(result.summary());
    }

    private Optional<RateSketch> sketch(RunRow run) {
        RunResults.Result result = model.results().known().get(run);
        return result == null ? Optional.empty() : result.sketch();
    }

    /** In place of the runs: that they are being read, that none matches, or why they could not be read. */
    private Node placeholder() {
        Label none = CardLabels.muted(formatter.get("list.none"));
        Skeleton reading = Skeleton.ofRows(SKELETON_ROWS, formatter.get("list.loading"));
        reading.setId("results-list-loading");
        Notice problem = Notice.problem();
        problem.setId("results-problem");
        model.problem().subscribe(now -> problem.show(now));
        Button again = Buttons.plain("results-again", formatter.get("problem.again"), model::refresh);
        VBox failed = new VBox(10, problem, again);
        failed.getStyleClass().add("list-problem");
        return new StackPane(
                Visibility.showWhen(
                        none, model.problem().isNull().and(model.catalogue().listed())),
                Visibility.showWhen(
                        reading,
                        model.problem().isNull().and(model.catalogue().listed().not())),
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

        /**
         * Lines whose height is that of their wrapped texts. A list asks for the height without a width, or with one that is
         * wider than they are.
         */
        private static final class Lines extends VBox {
            Lines(Node... lines) {
                super(lines);
            }

            @Override
            protected double computePrefHeight(double width) {
                return super.computePrefHeight(width < 0 ? getPrefWidth() : Math.min(width, getPrefWidth()));
            }
        }

        private VBox lines(RunRow run) {
            Label title = new Label(run.title());
            title.getStyleClass().add("run-title");
            title.setWrapText(true);
            Label state = new Label(formatter.status(run.status()));
            state.getStyleClass().addAll("badge", "small", run.status().id());
            state.setMinWidth(Region.USE_PREF_SIZE);
            model.results().ask(run);
            Label result = new Label(result(run));
            result.getStyleClass().add("run-result");
            result.setMinWidth(0);
            result.setWrapText(true);
            // The state is at the right end, whatever its length.
            HBox.setHgrow(result, Priority.ALWAYS);
            result.setMaxWidth(Double.MAX_VALUE);
            HBox first = new HBox(GAP, result);
            if (run.status() != RunStatus.COMPLETED) {
                first.getChildren().add(state);
            }
            first.getStyleClass().add("title-line");
            Label when = new Label(formatter.listLine(run));
            when.getStyleClass().add("run-line");
            when.setWrapText(true);
            // The place is reserved before the sketch has been read, so that the lines of the title stay as they are.
            StackPane picture = new StackPane();
            picture.setMinSize(Sparkline.WIDTH, Sparkline.HEIGHT);
            picture.setMaxSize(Sparkline.WIDTH, Sparkline.HEIGHT);
            sketch(run).ifPresent(sketch -> picture.getChildren().add(new Sparkline(sketch.bitsPerSecond())));
            HBox head = new HBox(GAP, title, picture);
            VBox lines = new Lines(head, first, when);
            lines.getStyleClass().add("run-entry");
            String tags = formatter.tags(model.labels().of(run));
            if (!tags.isEmpty()) {
                Label tagged = new Label(tags);
                tagged.getStyleClass().add("run-line");
                lines.getChildren().add(tagged);
            }
            lines.prefWidthProperty().bind(list.widthProperty().subtract(CELL_PADDING));
            // A row computes the height of wrapped texts for the width that they prefer, not for the one they get.
            title.prefWidthProperty().bind(lines.prefWidthProperty().subtract(Sparkline.WIDTH + GAP));
            double besideResult = run.status() == RunStatus.COMPLETED ? 0 : BADGE_WIDTH + GAP;
            result.prefWidthProperty().bind(lines.prefWidthProperty().subtract(besideResult));
            lines.setMaxWidth(USE_PREF_SIZE);
            lines.setAccessibleText(Stream.of(
                            formatter.hint(run),
                            result(run),
                            sketch(run).map(formatter::sketch).orElse(""))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", ")));
            return lines;
        }
    }
}
