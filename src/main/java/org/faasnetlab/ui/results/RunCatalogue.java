package org.faasnetlab.ui.results;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The saved runs as last read, and a search over them. */
public final class RunCatalogue {

    /**
     * The saved runs.
     *
     * @param rows newest first
     * @param labels labels by run id
     */
    public record Content(List<RunRow> rows, Map<String, RunLabel> labels) {
        public Content {
            rows = List.copyOf(rows);
            labels = Map.copyOf(labels);
        }

        public static Content read(RunReader store) throws StoreException {
            return new Content(store.runs(), store.labels());
        }
    }

    private Content stored = new Content(List.of(), Map.of());
    private final ObservableList<RunRow> all = FXCollections.observableArrayList();
    private final FilteredList<RunRow> matching = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

    RunCatalogue() {
        search.addListener((property, before, now) -> matching.setPredicate(row -> matches(row, now)));
    }

    /** Sets the runs that were read. */
    void show(Content read) {
        stored = read;
        all.setAll(read.rows());
        listed.set(true);
    }

    Optional<RunRow> find(@Nullable String id) {
        return all.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The runs that match the search, newest first. */
    FilteredList<RunRow> matching() {
        return matching;
    }

    StringProperty search() {
        return search;
    }

    /** Whether the runs have been read; before that, the list is empty. */
    ReadOnlyBooleanProperty listed() {
        return listed.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return listed.get() && all.isEmpty();
    }

    private boolean matches(RunRow row, String typed) {
        RunLabel label = stored.labels().getOrDefault(row.id(), RunLabel.NONE);
        String text = String.join(
                        " ",
                        row.title(),
                        row.preset(),
                        row.testbed(),
                        row.id(),
                        row.status().id(),
                        String.join(" ", label.tags()),
                        label.note() == null ? "" : label.note())
                .toLowerCase(Locale.ROOT);
        for (String word : typed.trim().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
