package org.faasnetlab.ui.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;

/** Names, notes and tags of the runs that are kept, and writing them. */
final class RunLabels {
    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final ObservableMap<String, RunLabel> labels = FXCollections.observableHashMap();
    private final BooleanProperty editing = new SimpleBooleanProperty();

    RunLabels(RunStoreProvider stores, BackgroundTasks tasks) {
        this.stores = stores;
        this.tasks = tasks;
    }

    /** Takes what was read from the store. */
    void show(Map<String, RunLabel> read) {
        labels.keySet().retainAll(read.keySet());
        labels.putAll(read);
    }

    RunLabel of(RunRow run) {
        return labels.getOrDefault(run.id(), RunLabel.NONE);
    }

    /** What is written on runs, by the id of the run. */
    ObservableMap<String, RunLabel> labels() {
        return labels;
    }

    /** Whether the user is writing on the run that is looked at. */
    BooleanProperty editing() {
        return editing;
    }

    /** The tags in a text, between which stand blanks or commas. */
    static List<String> tags(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first word of a text that cannot be a tag; empty if all can. */
    static String notATag(String text) {
        return tags(text).stream()
                .filter(word -> !RunLabel.isTag(word))
                .findFirst()
                .orElse("");
    }

    /** Writes on a run; afterwards all is to be read anew. */
    void write(RunRow run, RunLabel label, Runnable written, Consumer<LabException> failure) {
        tasks.of(
                        () -> {
                            RunStore store = stores.open();
                            store.label(run.id(), label);
                            store.flush();
                            return label;
                        },
                        done -> {
                            editing.set(false);
                            written.run();
                        },
                        failure)
                .start();
    }
}
