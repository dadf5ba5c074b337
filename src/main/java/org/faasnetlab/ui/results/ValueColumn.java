package org.faasnetlab.ui.results;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** Creates columns that show a text but sort by the value behind it; rows without a value come first. */
final class ValueColumn {
    private ValueColumn() {}

    static <R, V extends Comparable<? super V>> TableColumn<R, R> of(
            String title, double width, Function<R, @Nullable V> value, Function<R, String> text) {
        return of(title, width, value, (cell, row) -> cell.setText(text.apply(row)));
    }

    /** As {@link #of}, aligned to the right so that digits line up. */
    static <R, V extends Comparable<? super V>> TableColumn<R, R> number(
            String title, double width, Function<R, @Nullable V> value, Function<R, String> text) {
        TableColumn<R, R> column = of(title, width, value, text);
        column.getStyleClass().add("number-column");
        return column;
    }

    static <R, V extends Comparable<? super V>> TableColumn<R, R> of(
            String title, double width, Function<R, @Nullable V> value, Painter<R> painter) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(unused -> new Cell<>(painter));
        column.setComparator(Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }

    /** Fills an empty cell. */
    @FunctionalInterface
    interface Painter<R> {
        void paint(TableCell<R, R> cell, R row);
    }

    private static final class Cell<R> extends TableCell<R, R> {
        private final Painter<R> painter;

        Cell(Painter<R> painter) {
            this.painter = painter;
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            if (!empty && row != null) {
                painter.paint(this, row);
            }
        }
    }
}
