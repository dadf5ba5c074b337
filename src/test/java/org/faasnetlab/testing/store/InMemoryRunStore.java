package org.faasnetlab.testing.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/** A store in memory that also records what was saved in which order, and can run out of space. */
public final class InMemoryRunStore implements RunStore {
    /** The calls that write, in their order. */
    public final List<String> log = new ArrayList<>();

    /** Every row of a run as it was saved, in order, and not only the last of each run. */
    public final List<RunRow> savedRuns = new ArrayList<>();

    /** How many intervals each call of {@link #append} brought. */
    public final List<Integer> batches = new ArrayList<>();

    /** Of all runs. */
    public final List<StoredInterval> intervals = new ArrayList<>();

    /** Of all runs. */
    public final List<EvidenceRow> evidence = new ArrayList<>();

    public final Map<String, RunLabel> labels = new HashMap<>();

    /** The calls that fail because the disk is full. */
    public Predicate<String> full = call -> false;

    private final Map<String, Rows> rows = new LinkedHashMap<>();

    private static final class Rows {
        RunRow run;
        final Map<Integer, TrialRow> trials = new TreeMap<>();
        final Map<List<Integer>, FunctionRow> functions = new TreeMap<>(
                Comparator.<List<Integer>>comparingInt(key -> key.get(0)).thenComparingInt(key -> key.get(1)));
        final List<StoredInterval> intervals = new ArrayList<>();
        final Map<Integer, EvidenceRow> evidence = new TreeMap<>();
        final List<ProbeRow> probes = new ArrayList<>();
    }

    private void call(String name) throws StoreException {
        log.add(name);
        if (full.test(name)) {
            throw new StoreException(
                    StoreException.Problem.DISK_FULL,
                    Phrase.of("The disk is full."),
                    Phrase.of("Free some space."),
                    new IllegalStateException("full"));
        }
    }

    private Rows rows(String runId) {
        return rows.computeIfAbsent(runId, id -> new Rows());
    }

    /** Adds a run with all that belongs to it, in place of one with its id. */
    public void add(RunData data) {
        String id = data.run().id();
        rows.remove(id);
        try {
            SampleRuns.save(this, data);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void save(RunRow run) throws StoreException {
        call("run");
        savedRuns.add(run);
        rows(run.id()).run = run;
    }

    @Override
    public void save(TrialRow trial) throws StoreException {
        call("trial");
        rows(trial.runId()).trials.put(trial.index(), trial);
    }

    @Override
    public void save(String runId, FunctionRow function) throws StoreException {
        call("function");
        rows(runId).functions.put(List.of(function.trial(), function.functionIndex()), function);
    }

    @Override
    public void save(String runId, EvidenceRow row) throws StoreException {
        call("evidence");
        evidence.add(row);
        rows(runId).evidence.put(row.trial(), row);
    }

    @Override
    public void save(String runId, ProbeRow row) throws StoreException {
        call("probes");
        rows(runId).probes.add(row);
    }

    @Override
    public void append(String runId, List<StoredInterval> more) throws StoreException {
        call("append");
        batches.add(more.size());
        intervals.addAll(more);
        rows(runId).intervals.addAll(more);
    }

    @Override
    public void flush() throws StoreException {
        call("flush");
    }

    @Override
    public List<RunRow> runs() {
        return rows.values().stream()
                .filter(each -> each.run != null)
                .map(each -> each.run)
                .sorted(Comparator.comparing(RunRow::startedAt).reversed())
                .toList();
    }

    @Override
    public Optional<RunRow> run(String id) {
        List<RunRow> found =
                runs().stream().filter(run -> run.id().startsWith(id)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public List<TrialRow> trials(String runId) {
        return List.copyOf(rows(runId).trials.values());
    }

    @Override
    public List<FunctionRow> functions(String runId) {
        return List.copyOf(rows(runId).functions.values());
    }

    @Override
    public List<ProbeRow> probes(String runId) {
        return List.copyOf(rows(runId).probes);
    }

    @Override
    public List<EvidenceRow> evidence(String runId) {
        return List.copyOf(rows(runId).evidence.values());
    }

    @Override
    public List<StoredInterval> intervals(String runId, int trial, int functionIndex) {
        return intervals(runId, trial).stream()
                .filter(stored -> stored.functionIndex() == functionIndex)
                .toList();
    }

    @Override
    public List<StoredInterval> intervals(String runId, int trial) {
        return rows(runId).intervals.stream()
                .filter(stored -> stored.trial() == trial)
                .sorted(Comparator.comparingInt(StoredInterval::functionIndex)
                        .thenComparingLong(stored -> stored.interval().offsetMicros()))
                .toList();
    }

    @Override
    public <E extends Exception> void eachInterval(String runId, int trial, IntervalConsumer<E> consumer) throws E {
        for (StoredInterval stored : intervals(runId, trial)) {
            consumer.accept(stored);
        }
    }

    @Override
    public Optional<RunData> load(String runId) {
        return run(runId)
                .filter(run -> run.id().equals(runId))
                .map(run -> new RunData(
                        run,
                        trials(runId),
                        functions(runId),
                        trials(runId).stream()
                                .flatMap(trial -> intervals(runId, trial.index()).stream())
                                .toList(),
                        evidence(runId),
                        probes(runId)));
    }

    @Override
    public Map<String, RunLabel> labels() {
        return labels;
    }

    @Override
    public void label(String runId, RunLabel label) {
        labels.put(runId, label);
    }

    @Override
    public void delete(String runId) {
        rows.remove(runId);
    }

    @Override
    public IntervalSums sums() {
        return new InMemoryIntervalSums(this::intervals);
    }

    /** Archives hold the tables of a database; their tests use one. */
    @Override
    public RunArchive archive() {
        throw new UnsupportedOperationException("no database");
    }

    @Override
    public void close() {}
}
