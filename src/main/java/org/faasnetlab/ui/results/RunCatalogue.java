package org.faasnetlab.ui.results;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.faasnetlab.ui.common.SearchWords;
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

    /** By what runs are filtered besides their state. */
    enum Filter {
        TESTBED,
        PRESET,
        TAG
    }

    private Content stored = new Content(List.of(), Map.of());
    private final ObservableList<RunRow> all = FXCollections.observableArrayList();
    private final SortedList<RunRow> sorted = new SortedList<>(all, Order.NEWEST.comparator);
    private final FilteredList<RunRow> matching = new FilteredList<>(sorted);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);
    private final ObservableSet<RunStatus> states = FXCollections.observableSet();
    private final Map<Filter, ObservableSet<String>> filters = new EnumMap<>(Filter.class);
    private final ObservableSet<String> hidden = FXCollections.observableSet();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

    RunCatalogue() {
        InvalidationListener filter = changed -> matching.setPredicate(this::isListed);
        search.addListener(filter);
        states.addListener(filter);
        hidden.addListener(filter);
        for (Filter kind : Filter.values()) {
            ObservableSet<String> chosen = FXCollections.observableSet();
            chosen.addListener(filter);
            filters.put(kind, chosen);
        }
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

    /** The values that listed runs have one of; empty for all. */
    ObservableSet<String> chosen(Filter kind) {
        return Objects.requireNonNull(filters.get(kind));
    }

    /** All values that saved runs have, sorted. */
    SortedSet<String> values(Filter kind) {
        return all.stream().flatMap(run -> values(kind, run).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> values(Filter kind, RunRow run) {
        return switch (kind) {
            case TESTBED -> Set.of(run.testbed());
            case PRESET -> Set.of(run.preset());
            case TAG ->
                Set.copyOf(stored.labels().getOrDefault(run.id(), RunLabel.NONE).tags());
        };
    }

    /** Whether any filter is set. */
    boolean isFiltered() {
        return !states.isEmpty() || filters.values().stream().anyMatch(chosen -> !chosen.isEmpty());
    }

    /** Lists all runs again. */
    void clearFilters() {
        states.clear();
        filters.values().forEach(Set::clear);
    }

    /** Ids of runs that are not listed because they are about to be deleted. */
    ObservableSet<String> hidden() {
        return hidden;
    }

    private boolean isListed(RunRow row) {
        return !hidden.contains(row.id())
                && (states.isEmpty() || states.contains(row.status()))
                && filters.entrySet().stream()
                        .allMatch(filter -> filter.getValue().isEmpty()
                                || values(filter.getKey(), row).stream().anyMatch(filter.getValue()::contains))
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
        return SearchWords.occur(
                typed,
                row.title(),
                row.preset(),
                row.testbed(),
                row.id(),
                row.status().id(),
                String.join(" ", label.tags()),
                label.note() == null ? "" : label.note());
    }
}
