package org.faasnetlab.ui.results;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
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

    /** The order of the runs. */
    enum Order {
        NEWEST(Comparator.comparing(RunRow::startedAt).reversed()),
        NAME(Comparator.comparing(RunRow::title).thenComparing(NEWEST.comparator)),
        TESTBED(Comparator.comparing(RunRow::testbed).thenComparing(NEWEST.comparator)),
        STATE(Comparator.comparing(RunRow::status).thenComparing(NEWEST.comparator));

        private final Comparator<RunRow> comparator;

        Order(Comparator<RunRow> comparator) {
            this.comparator = comparator;
        }
    }

    private Content stored = new Content(List.of(), Map.of());
    private final ObservableList<RunRow> all = FXCollections.observableArrayList();
    private final SortedList<RunRow> sorted = new SortedList<>(all, Order.NEWEST.comparator);
    private final FilteredList<RunRow> matching = new FilteredList<>(sorted);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);
    private final ObservableSet<RunStatus> states = FXCollections.observableSet();
    private final ObservableSet<String> hidden = FXCollections.observableSet();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

    RunCatalogue() {
        InvalidationListener filter = changed -> matching.setPredicate(this::isListed);
        search.addListener(filter);
        states.addListener(filter);
        hidden.addListener(filter);
        order.addListener((property, before, now) -> sorted.setComparator(now.comparator));
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

    /** The order of the matching runs. */
    ObjectProperty<Order> order() {
        return order;
    }

    /** The states of the runs to list; empty for all. */
    ObservableSet<RunStatus> states() {
        return states;
    }

    /** Ids of runs that are not listed because they are about to be deleted. */
    ObservableSet<String> hidden() {
        return hidden;
    }

    private boolean isListed(RunRow row) {
        return !hidden.contains(row.id())
                && (states.isEmpty() || states.contains(row.status()))
                && matches(row, search.get());
    }

    /** The runs that match search and filter, in the chosen order. */
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
