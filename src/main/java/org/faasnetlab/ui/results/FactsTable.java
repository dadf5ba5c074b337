package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.faasnetlab.ui.common.control.TableColumns;

/** Names and values, for example the settings of a run. */
final class FactsTable extends TableView<Map.Entry<String, String>> {
    FactsTable(String id, String title, ResultFormatter formatter) {
        setId(id);
        setPlaceholder(new Label(formatter.get("none")));
        getStyleClass().addAll("plain-table", "results-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Map.Entry<String, String>, String> names = TableColumns.withTooltip(title, Map.Entry::getKey, 120);
        names.setMaxWidth(150);
        getColumns()
                .addAll(List.of(
                        names, TableColumns.withTooltip(formatter.get("column.value"), Map.Entry::getValue, 150)));
    }

    void show(Map<String, String> facts) {
        getItems().setAll(facts.entrySet());
    }
}
