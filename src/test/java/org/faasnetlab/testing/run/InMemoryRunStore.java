package org.faasnetlab.testing.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.faasnetlab.store.ArchiveTables;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/** A store that keeps the rows it was given, and can run out of space. */
public final class InMemoryRunStore implements RunStore {
    public final List<RunRow> runs = new ArrayList<>();
    public final List<String> log = new ArrayList<>();
    public final Map<Integer, TrialRow> trials = new TreeMap<>();
    public final Map<List<Integer>, FunctionRow> functions = new TreeMap<>(
            Comparator.<List<Integer>>comparingInt(key -> key.get(0)).thenComparingInt(key -> key.get(1)));
    public final List<StoredInterval> intervals = new ArrayList<>();
    public final List<EvidenceRow> evidence = new ArrayList<>();
    public final List<Integer> batches = new ArrayList<>();
    public Predicate<String> full = call -> false;

    private void call(String name) throws StoreException {
        log.add(name);
        if (full.test(name)) {
            throw new StoreException(
                    StoreException.Problem.DISK_FULL,
                    "The disk is full.",
                    "Free some space.",
                    new IllegalStateException("full"));
        }
    }

    @Override
    public void save(RunRow run) throws StoreException {
        call("run");
        runs.add(run);
    }

    @Override
    public void save(TrialRow trial) throws StoreException {
        call("trial");
        trials.put(trial.index(), trial);
    }

    @Override
    public void save(String runId, FunctionRow function) throws StoreException {
        call("function");
        functions.put(List.of(function.trial(), function.functionIndex()), function);
    }

    @Override
    public void save(String runId, EvidenceRow row) throws StoreException {
        call("evidence");
        evidence.add(row);
    }

    @Override
    public void append(String runId, List<StoredInterval> more) throws StoreException {
        call("append");
        batches.add(more.size());
        intervals.addAll(more);
    }

    @Override
    public void flush() throws StoreException {
        call("flush");
    }

    @Override
    public List<RunRow> runs() {
        return runs;
    }

    @Override
    public Optional<RunRow> run(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TrialRow> trials(String runId) {
        return List.copyOf(trials.values());
    }

    @Override
    public List<FunctionRow> functions(String runId) {
        return List.copyOf(functions.values());
    }

    @Override
    public List<EvidenceRow> evidence(String runId) {
        return evidence;
    }

    @Override
    public List<StoredInterval> intervals(String runId, int trial) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RunData> load(String runId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, RunLabel> labels() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void label(String runId, RunLabel label) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String runId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <E extends Exception> void eachInterval(String runId, int trial, IntervalConsumer<E> consumer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntervalSums sums() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ArchiveTables tables() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
