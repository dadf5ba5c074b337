package org.faasnetlab.ui.welcome;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Drawing;
import org.faasnetlab.ui.common.control.EmptyState;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.Skeleton;
import org.faasnetlab.ui.common.control.TableColumns;
import org.faasnetlab.ui.common.control.TableCopy;
import org.faasnetlab.ui.common.control.Visibility;

/** The most recent runs; a click or Enter opens one. */
final class RecentRunsCard extends VBox {
    /** In a table narrower than this, in pixels, the column of aggregates is hidden to leave space for the others. */
    private static final int SKELETON_ROWS = 4;

    private static final int ALL_COLUMNS = 1000;

    private final WelcomeViewModel model;
    private final Texts texts;
    private final TableView<RecentRun> table = new TableView<>();

    RecentRunsCard(WelcomeViewModel model, Texts texts, Desktop desktop) {
        this.model = model;
        this.texts = texts;
        TableCopy.install(table, desktop::copy);
        getStyleClass().add("card-pane");
        Notice problem = Notice.problem();
        model.runsProblem().subscribe(problem::show);
        fill();
        Visibility.showWhen(table, model.runsProblem().isNull());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(CardLabels.heading(texts.get("recent.title")), problem, table);
    }

    private void fill() {
        table.setId("recent-runs");
        table.setAccessibleText(texts.get("recent.title"));
        table.getStyleClass().addAll(Styles.DENSE, "plain-table", "clickable-table");
        table.setItems(model.runs());
        table.setPlaceholder(new StackPane(
                Visibility.showWhen(new EmptyState(Drawing.RUNS, texts.get("recent.empty")), model.read()),
                Visibility.showWhen(
                        Skeleton.ofRows(SKELETON_ROWS, texts.get("recent.loading")),
                        model.read().not())));
        TableColumn<RecentRun, RecentRun> testbed = new TableColumn<>(texts.get("recent.testbed"));
        testbed.setCellValueFactory(row -> Bindings.createObjectBinding(row::getValue));
        testbed.setCellFactory(unused -> new TestbedCell());
        testbed.setPrefWidth(186);
        testbed.setMinWidth(184);
        testbed.setMaxWidth(240);
        TableColumn<RecentRun, String> experiment =
                TableColumns.withTooltip(texts.get("recent.experiment"), RecentRun::experiment, 196);
        TableColumn<RecentRun, String> functions =
                TableColumns.number(texts.get("recent.functions"), RecentRun::functions, 90);
        TableColumn<RecentRun, String> outcome =
                TableColumns.wrapped(texts.get("recent.outcome"), RecentRun::outcome, 110);
        outcome.setPrefWidth(230); // "completed, 1 of 1 trials invalid", where there is space
        TableColumn<RecentRun, String> aggregate =
                TableColumns.number(texts.get("recent.aggregate"), RecentRun::aggregate, 148);
        TableColumn<RecentRun, String> median =
                TableColumns.number(texts.get("recent.median"), RecentRun::medianEach, 106);
        aggregate.visibleProperty().bind(table.widthProperty().greaterThan(ALL_COLUMNS));
        // What is left goes to the columns of text, which would be cut otherwise.
        functions.setMaxWidth(100);
        aggregate.setMaxWidth(150);
        median.setMaxWidth(120);
        table.getColumns()
                .addAll(List.of(
                        TableColumns.fixed(texts.get("recent.run"), RecentRun::when, 122),
                        experiment,
                        functions,
                        aggregate,
                        median,
                        testbed,
                        outcome));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setRowFactory(unused -> row());
        table.setOnKeyPressed(key -> {
            RecentRun picked = table.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && picked != null) {
                model.open(picked);
            }
        });
    }

    private TableRow<RecentRun> row() {
        TableRow<RecentRun> row = new TableRow<>();
        row.setOnMouseClicked(click -> {
            if (!row.isEmpty() && opens(click)) {
                model.open(row.getItem());
            }
        });
        return row;
    }

    /** A click that selects rows, or opens the menu that copies them, opens no run. */
    private static boolean opens(MouseEvent click) {
        return click.getButton() == MouseButton.PRIMARY && !click.isShortcutDown() && !click.isShiftDown();
    }

    /** The testbed's name, with a mark for a simulated network. */
    private final class TestbedCell extends TableCell<RecentRun, RecentRun> {
        @Override
        protected void updateItem(RecentRun run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                return;
            }
            HBox cell = new HBox(6, new Label(run.testbed()));
            cell.setAlignment(Pos.CENTER_LEFT);
            if (run.simulatedNetwork()) {
                Label simulated = new Label(texts.get("recent.simulated"));
                simulated.getStyleClass().addAll("badge", "warning-badge");
                simulated.setMinWidth(Region.USE_PREF_SIZE);
                simulated.setTooltip(new Tooltip(texts.get("recent.simulated.hint")));
                cell.getChildren().add(simulated);
            }
            setGraphic(cell);
        }
    }
}
