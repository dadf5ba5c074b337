package org.faasnetlab.ui.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.faasnetlab.ui.chart.LineColours;

/**
 * The functions of the trial. Rows are reused and change in place, so that selection and scroll position survive ten
 * updates a second. Where there are too many functions to draw all, clicking a row, or pressing Space on it, draws its
 * line.
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
    private int updatesUntilSort;

    FunctionTable(LiveViewModel model, LiveFormatter formatter, LineColours colours) {
        this.model = model;
        this.formatter = formatter;
        this.colours = colours;
        setId("live-table");
        getStyleClass().addAll("plain-table", "function-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(formatter.get("table.empty")));
        direction = direction();
        rate = column("", 70, this::showRate);
        rate.setComparator(Comparator.comparing(FunctionSnapshot::rate, Comparator.nullsFirst(BY_RATE)));
        rate.getStyleClass().add("number-column");
        getColumns().addAll(List.of(number(), direction, state(), start(), rate, bytes()));
        setRowFactory(table -> clickable());
        setOnKeyPressed(event -> {
            Row row = getFocusModel().getFocusedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                pick(row);
                event.consume();
            }
        });
    }

    void show(LiveSnapshot snapshot) {
        List<FunctionSnapshot> lines = snapshot.functions();
        String symbol = model.unit().get().symbol();
        if (!symbol.equals(rate.getText())) {
            rate.setText(symbol);
            refresh();
        }
        // A column with the same direction in every row would only repeat the header.
        direction.setVisible(
                lines.stream().map(FunctionSnapshot::direction).distinct().count() > 1);
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
        if (!getSortOrder().isEmpty() && --updatesUntilSort <= 0) {
            updatesUntilSort = UPDATES_PER_SORT;
            sort();
        }
    }

    private void pick(Row row) {
        if (model.snapshot().get().drawsBand()) {
            model.togglePick(row.line.get().functionIndex());
            refresh();
        }
    }

    private TableRow<Row> clickable() {
        TableRow<Row> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (row.getItem() != null) {
                pick(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<Row, FunctionSnapshot> number() {
        TableColumn<Row, FunctionSnapshot> column = column(formatter.get("table.number"), 50, (cell, line) -> {
            cell.setText(line.functionIndex() + "");
            Circle swatch = new Circle(4);
            swatch.setFill(colours.of(line.functionIndex()));
            cell.setGraphic(swatch);
        });
        column.setComparator(Comparator.comparingInt(FunctionSnapshot::functionIndex));
        return column;
    }

    private TableColumn<Row, FunctionSnapshot> state() {
        TableColumn<Row, FunctionSnapshot> column = column(formatter.get("table.state"), 96, (cell, line) -> {
            Label badge = new Label(formatter.state(line.state()));
            badge.getStyleClass().addAll("badge", line.state().name().toLowerCase(Locale.ROOT));
            badge.setMinWidth(Region.USE_PREF_SIZE);
            cell.setGraphic(badge);
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
        cell.setText(
                bandwidth == null ? formatter.get("none") : model.unit().get().number(bandwidth));
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

    private static final class LineCell extends TableCell<Row, FunctionSnapshot> {
        private final BiConsumer<TableCell<Row, FunctionSnapshot>, FunctionSnapshot> shown;

        LineCell(BiConsumer<TableCell<Row, FunctionSnapshot>, FunctionSnapshot> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(FunctionSnapshot line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(null);
            if (!empty && line != null) {
                shown.accept(this, line);
            }
        }
    }
}
