package org.faasnetlab.ui.results;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.summary.RateSketch;
import org.faasnetlab.analysis.summary.RunSummary;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.RunStoreProvider;

/**
 * The results of saved runs in short, for the list. Each is read in the background when it is first asked for, one after
 * the other, the last asked for first, because that one is visible. For the FX thread.
 */
final class RunResults {
    /**
     * @param sketch the aggregate of the first trial over time; empty if nothing was measured, or too much to read it
     *     quickly
     */
    record Result(RunSummary summary, Optional<RateSketch> sketch) {

        /** Reads a run. */
        static Result read(RunReader store, RunRow run) throws StoreException {
            RunSummary summary = RunSummary.read(store, run);
            return new Result(
                    summary, summary.trials() == 0 ? Optional.empty() : RateSketch.read(store.sums(), run.id(), 0));
        }
    }

    private final RunStoreProvider stores;
    private final BackgroundTasks tasks;
    private final Consumer<LabException> failure;
    private final ObservableMap<RunRow, Result> known = FXCollections.observableHashMap();
    private final Map<RunRow, Boolean> asked = new HashMap<>();
    private final Deque<RunRow> waiting = new ArrayDeque<>();
    private boolean reading;

    RunResults(RunStoreProvider stores, BackgroundTasks tasks, Consumer<LabException> failure) {
        this.stores = stores;
        this.tasks = tasks;
        this.failure = failure;
    }

    /** The results known so far, which grow. */
    ObservableMap<RunRow, Result> known() {
        return known;
    }

    /** Asks for the result of a run. */
    void ask(RunRow run) {
        if (asked.putIfAbsent(run, true) == null) {
            waiting.push(run);
            readNext();
        }
    }

    private void readNext() {
        RunRow next = reading ? null : waiting.poll();
        if (next == null) {
            return;
        }
        reading = true;
        tasks.of(() -> Result.read(stores.open(), next), result -> known.put(next, result), failure)
                .onEnd(() -> {
                    reading = false;
                    readNext();
                })
                .start();
    }
}
