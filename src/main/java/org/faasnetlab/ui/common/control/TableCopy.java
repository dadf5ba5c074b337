package org.faasnetlab.ui.common.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.faasnetlab.ui.common.Texts;

/** Copies rows of a table, as they are shown, in a form that spreadsheets can paste: Ctrl+C, and a context menu. */
public final class TableCopy {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TableCopy() {}

    /**
     * Adds the shortcut and the menu; several rows can then be selected.
     *
     * @param clipboard copies a text
     */
    public static <R> void install(TableView<R> table, Consumer<String> clipboard) {
        Texts texts = Texts.of(TableCopy.class);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Runnable copySelected =
                () -> clipboard.accept(text(table, table.getSelectionModel().getSelectedItems()));
        MenuItem rows = new MenuItem(texts.get("copy.rows"));
        rows.setAccelerator(COPY);
        rows.setOnAction(event -> copySelected.run());
        MenuItem all = new MenuItem(texts.get("copy.table"));
        all.setOnAction(event -> clipboard.accept(text(table, table.getItems())));
        table.setContextMenu(new ContextMenu(rows, all));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copySelected.run();
                event.consume();
            }
        });
    }

    private static <R> String text(TableView<R> table, List<R> rows) {
        String heading = table.getVisibleLeafColumns().stream()
                .map(TableCopy::title)
                .collect(Collectors.joining("\t", "", "\n"));
        return rows.stream()
                .map(row -> table.getVisibleLeafColumns().stream()
                        .map(column -> shown(column, row))
                        .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining("", heading, ""));
    }

    private static String title(TableColumn<?, ?> column) {
        return column.getGraphic() instanceof Labeled label ? label.getText() : column.getText();
    }

    /** The text of a cell as it is drawn, which may be more than its value. */
    private static <R, V> String shown(TableColumn<R, V> column, R row) {
        TableCell<R, V> cell = column.getCellFactory().call(column);
        cell.updateTableView(column.getTableView());
        cell.updateTableColumn(column);
        int index = column.getTableView().getItems().indexOf(row);
        ((IndexedCell<V>) cell).updateIndex(index);
        Node graphic = cell.getGraphic();
        if (cell.getText() != null && !cell.getText().isEmpty()) {
            return cell.getText();
        }
        return graphic instanceof Labeled label ? label.getText() : "";
    }
}
