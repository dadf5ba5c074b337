package org.faasnetlab.ui.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.run.progress.RunPhase;
import org.faasnetlab.ui.chart.LineColours;

/**
 * The functions of the trial. Rows are reused and change in place, so that selection and scroll position survive ten
 * updates a second. Clicking a row, or pressing Space on it, highlights its line; with Ctrl it hides the line. Where there
 * are too many functions to draw all, it draws the line.
 */
final class FunctionTable extends TableView<FunctionTable.Row> {
    private static final Comparator<Bandwidth> BY_RATE = Comparator.naturalOrder();

    /** The order follows the values once a second: at each update, rows would move under the pointer. */
    private static final int UPDATES_PER_SORT = 10;

    private static final double SCROLL_BAR = 16;

    private final LiveViewModel model;
    private final LiveFormatter formatter;
    private final LineColours colours;
    private final TableColumn<Row, FunctionSnapshot> rate;
    private final TableColumn<Row, FunctionSnapshot> direction;
    private final TableColumn<Row, FunctionSnapshot> start;
    private BandwidthUnit unit = BandwidthUnit.MEGABIT;
    private int updatesUntilSort;

    FunctionTable(LiveViewModel model, LiveFormatter formatter, LineColours colours) {
        this.model = model;
        this.formatter = formatter;
        this.colours = colours;
        setId("live-table");
        setAccessibleText(formatter.get("table.title"));
        getStyleClass().addAll("plain-table", "function-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(formatter.get("table.empty")));
        direction = direction();
        rate = column("", 70, this::showRate);
        rate.setComparator(Comparator.comparing(FunctionSnapshot::rate, Comparator.nullsFirst(BY_RATE)));
        rate.getStyleClass().add("number-column");
        start = start();
        getColumns().addAll(List.of(number(), direction, state(), start, rate, bytes()));
        setRowFactory(table -> clickable());
        // Lines are highlighted and hidden in the chart, too.
        InvalidationListener lines = changed -> refresh();
        colours.highlighted().addListener(lines);
        colours.hidden().addListener(lines);
        setOnKeyPressed(event -> {
            Row row = getFocusModel().getFocusedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                if (event.isShortcutDown()) {
                    hide(row);
                } else {
                    pick(row);
                }
                event.consume();
            }
        });
    }

    /** @param unitOfRates unit of the rates */
    void show(LiveSnapshot snapshot, BandwidthUnit unitOfRates) {
        List<FunctionSnapshot> lines = snapshot.functions();
        unit = unitOfRates;
        String symbol = unit.symbol();
        if (!symbol.equals(rate.getText())) {
            rate.setText(symbol);
            refresh();
        }
        // A column with the same direction in every row would only repeat the header.
        direction.setVisible(
                lines.stream().map(FunctionSnapshot::direction).distinct().count() > 1);
        rate.setVisible(snapshot.progress().transfers());
        setMinWidth(getVisibleLeafColumns().stream()
                        .mapToDouble(TableColumn::getMinWidth)
                        .sum()
                + SCROLL_BAR);
        if (getItems().size() != lines.size()) {
            List<Row> rows = new ArrayList<>();
            lines.forEach(line -> rows.add(new Row(line)));
            getItems().setAll(rows);
        }
        for (Row row : getItems()) {
            row.line.set(lines.get(row.line.get().functionIndex()));
        }
        RunPhase phase = snapshot.progress().phase();
        boolean last = phase == RunPhase.PAUSED || phase == RunPhase.FINISHED;
        if (!getSortOrder().isEmpty() && (--updatesUntilSort <= 0 || last)) {
            updatesUntilSort = UPDATES_PER_SORT;
            sort();
        }
    }

    /** Leaves out the column that matters least where there is little room. */
    void setNarrow(boolean narrow) {
        start.setVisible(!narrow);
    }

    private void pick(Row row) {
        int functionIndex = row.line.get().functionIndex();
        if (model.snapshot().get().drawsBand()) {
            model.togglePick(functionIndex);
        } else {
            colours.toggleHighlight(functionIndex);
        }
        refresh();
    }

    private void hide(Row row) {
        if (!model.snapshot().get().drawsBand()) {
            colours.toggleHidden(row.line.get().functionIndex());
            refresh();
        }
    }

    private TableRow<Row> clickable() {
        TableRow<Row> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            // The right button opens the menu that copies rows.
            if (row.getItem() == null || event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            if (event.isShortcutDown()) {
                hide(row.getItem());
            } else {
                pick(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<Row, FunctionSnapshot> number() {
        TableColumn<Row, FunctionSnapshot> column = column(formatter.get("table.number"), 62, (cell, line) -> {
            cell.setText(line.functionIndex() + "");
            if (cell.getGraphic() instanceof Line sample) {
                colours.styleSample(sample, line.functionIndex());
            } else {
                cell.setGraphic(colours.sample(line.functionIndex()));
            }
        });
        column.setComparator(Comparator.comparingInt(FunctionSnapshot::functionIndex));
        return column;
    }

    private TableColumn<Row, FunctionSnapshot> state() {
        TableColumn<Row, FunctionSnapshot> column = column(formatter.get("table.state"), 96, (cell, line) -> {
            if (!(cell.getGraphic() instanceof Label)) {
                Label badge = new Label();
                badge.setMinWidth(Region.USE_PREF_SIZE);
                cell.setGraphic(badge);
            }
            Label badge = (Label) cell.getGraphic();
            badge.setText(formatter.state(line));
            List<String> styles = List.of("label", "badge", line.state().name().toLowerCase(Locale.ROOT));
            if (!badge.getStyleClass().equals(styles)) {
                badge.getStyleClass().setAll(styles);
            }
        });
        column.setComparator(Comparator.comparing(FunctionSnapshot::state));
        return column;
    }

    private TableColumn<Row, FunctionSnapshot> direction() {
        TableColumn<Row, FunctionSnapshot> column = column(
                formatter.get("table.direction"),
                76,
                (cell, line) -> cell.setText(formatter.direction(line.direction())));
        column.setComparator(Comparator.comparing(FunctionSnapshot::direction));
        return column;
    }

    private TableColumn<Row, FunctionSnapshot> start() {
        TableColumn<Row, FunctionSnapshot> column =
                column(formatter.get("table.start"), 74, (cell, line) -> cell.setText(formatter.start(line.cold())));
        column.setComparator(Comparator.comparing(FunctionSnapshot::cold, Comparator.nullsFirst(Boolean::compare)));
        return column;
    }

    private TableColumn<Row, FunctionSnapshot> bytes() {
        TableColumn<Row, FunctionSnapshot> column = column(
                formatter.get("table.bytes"), 82, (cell, line) -> cell.setText(new DataSize(line.bytes()).toString()));
        column.setComparator(Comparator.comparingLong(FunctionSnapshot::bytes));
        column.getStyleClass().add("number-column");
        return column;
    }

    private void showRate(TableCell<Row, FunctionSnapshot> cell, FunctionSnapshot line) {
        Bandwidth bandwidth = line.rate();
        cell.setText(bandwidth == null ? formatter.get("none") : unit.number(bandwidth));
    }

    private static TableColumn<Row, FunctionSnapshot> column(
            String title, double width, BiConsumer<TableCell<Row, FunctionSnapshot>, FunctionSnapshot> shown) {
        TableColumn<Row, FunctionSnapshot> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> cell.getValue().line);
        column.setCellFactory(unused -> new LineCell(shown));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }

    /** A row that is reused as its function changes. */
    static final class Row {
        private final ObjectProperty<FunctionSnapshot> line;

        Row(FunctionSnapshot first) {
            line = new SimpleObjectProperty<>(first);
        }

        FunctionSnapshot line() {
            return line.get();
        }
    }

    /** Keeps its nodes: new ones in every cell ten times a second would cost more than the charts. */
    private static final class LineCell extends TableCell<Row, FunctionSnapshot> {
        private final BiConsumer<TableCell<Row, FunctionSnapshot>, FunctionSnapshot> shown;

        LineCell(BiConsumer<TableCell<Row, FunctionSnapshot>, FunctionSnapshot> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(FunctionSnapshot line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
            } else {
                shown.accept(this, line);
            }
        }
    }
}
