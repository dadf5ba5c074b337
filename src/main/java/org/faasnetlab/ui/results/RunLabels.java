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

/** Names, notes and tags of saved runs, and how to change them. */
final class RunLabels {
    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final ObservableMap<String, RunLabel> labels = FXCollections.observableHashMap();
    private final BooleanProperty editing = new SimpleBooleanProperty();

    RunLabels(RunStoreProvider stores, BackgroundTasks tasks) {
        this.stores = stores;
        this.tasks = tasks;
    }

    /** Sets what was read from the store. */
    void show(Map<String, RunLabel> read) {
        labels.keySet().retainAll(read.keySet());
        labels.putAll(read);
    }

    RunLabel of(RunRow run) {
        return labels.getOrDefault(run.id(), RunLabel.NONE);
    }

    /** The labels of runs, by run id. */
    ObservableMap<String, RunLabel> labels() {
        return labels;
    }

    /** Whether the user is editing the label of the selected run. */
    BooleanProperty editing() {
        return editing;
    }

    /** The tags in a text, separated by spaces or commas. */
    static List<String> tags(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first word of a text that is not a valid tag; empty if all are valid. */
    static String firstInvalidTag(String text) {
        return tags(text).stream()
                .filter(word -> !RunLabel.isTag(word))
                .findFirst()
                .orElse("");
    }

    /** Saves the label of a run; all labels must be read again afterwards. */
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
