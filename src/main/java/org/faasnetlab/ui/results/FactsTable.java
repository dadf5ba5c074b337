package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** Names and values, for example the settings of a run. */
final class FactsTable extends TableView<Map.Entry<String, String>> {
    FactsTable(String id, String title, ResultWords words) {
        setId(id);
        setPlaceholder(new Label(words.get("none")));
        getStyleClass().addAll("plain-table", "results-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .addAll(List.of(
                        ValueColumn.<Map.Entry<String, String>, String>of(
                                title, 150, Map.Entry::getKey, Map.Entry::getKey),
                        ValueColumn.<Map.Entry<String, String>, String>of(
                                words.get("column.value"), 150, Map.Entry::getValue, Map.Entry::getValue)));
    }

    void show(Map<String, String> facts) {
        getItems().setAll(facts.entrySet());
    }
}
