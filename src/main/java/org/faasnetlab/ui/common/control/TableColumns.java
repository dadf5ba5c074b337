package org.faasnetlab.ui.common.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Columns of tables whose rows do not change. */
public final class TableColumns {
    private TableColumns() {}

    /**
     * A column of texts, which is sorted by them.
     *
     * @param width its least width in pixels, and its share of a wider table
     */
    public static <R> TableColumn<R, String> text(String title, Function<R, String> cell, double width) {
        TableColumn<R, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }

    /** As {@link #text}; a tooltip shows the whole text where the column truncates it. */
    public static <R> TableColumn<R, String> withTooltip(String title, Function<R, String> cell, double width) {
        TableColumn<R, String> column = text(title, cell, width);
        column.setCellFactory(unused -> new TooltipCell<>());
        return column;
    }

    /** As {@link #text}, over as many lines as the text takes. */
    public static <R> TableColumn<R, String> wrapped(String title, Function<R, String> cell, double width) {
        TableColumn<R, String> column = text(title, cell, width);
        column.setCellFactory(unused -> new WrappedCell<>());
        return column;
    }

    public static <R> TableColumn<R, String> fixed(String title, Function<R, String> cell, double width) {
        TableColumn<R, String> column = text(title, cell, width);
        column.setMaxWidth(width);
        return column;
    }

    /** Aligned to the right, so that digits line up. */
    public static <R> TableColumn<R, String> number(String title, Function<R, String> cell, double width) {
        TableColumn<R, String> column = text(title, cell, width);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** As {@link #number}, with values that are observed. */
    public static <R> TableColumn<R, String> changingNumber(
            String title, Function<R, ObservableValue<String>> cell, double width) {
        TableColumn<R, String> column = number(title, unused -> "", width);
        column.setCellValueFactory(row -> cell.apply(row.getValue()));
        return column;
    }

    private static final class TooltipCell<R> extends TableCell<R, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
        }
    }

    /** A row is as high as its cells without a given width, for which a label would not be wrapped. */
    private static final class WrappedCell<R> extends TableCell<R, String> {
        private final Text lines = new Text();

        WrappedCell() {
            lines.getStyleClass().add("wrapped-text");
            lines.fontProperty().bind(fontProperty());
            widthProperty()
                    .subscribe(width ->
                            lines.setWrappingWidth(width.doubleValue() - snappedLeftInset() - snappedRightInset()));
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            lines.setText(empty ? "" : text);
            setGraphic(empty ? null : lines);
        }
    }
}
