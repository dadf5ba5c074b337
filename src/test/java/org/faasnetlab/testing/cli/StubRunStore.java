package org.faasnetlab.testing.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faasnetlab.store.ArchiveTables;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/** Runs in memory; only what the command line asks for. */
public final class StubRunStore implements RunStore {
    public final List<RunData> kept = new ArrayList<>();
    public final Map<String, RunLabel> labels = new HashMap<>();

    @Override
    public List<RunRow> runs() {
        return kept.stream().map(RunData::run).toList();
    }

    @Override
    public Optional<RunRow> run(String id) {
        List<RunRow> found =
                runs().stream().filter(run -> run.id().startsWith(id)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    @Override
    public Optional<RunData> load(String runId) {
        return kept.stream().filter(run -> run.run().id().equals(runId)).findFirst();
    }

    @Override
    public void save(RunRow run) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(TrialRow trial) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(String runId, FunctionRow function) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save(String runId, EvidenceRow row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void append(String runId, List<StoredInterval> intervals) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void flush() {}

    @Override
    public List<TrialRow> trials(String runId) {
        return load(runId).orElseThrow().trials();
    }

    @Override
    public List<FunctionRow> functions(String runId) {
        return load(runId).orElseThrow().functions();
    }

    @Override
    public List<EvidenceRow> evidence(String runId) {
        return load(runId).orElseThrow().evidence();
    }

    @Override
    public List<StoredInterval> intervals(String runId, int trial) {
        return load(runId).orElseThrow().intervals().stream()
                .filter(one -> one.trial() == trial)
                .toList();
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
        kept.removeIf(run -> run.run().id().equals(runId));
    }

    @Override
    public <E extends Exception> void eachInterval(String runId, int trial, IntervalConsumer<E> consumer) throws E {
        for (StoredInterval one : load(runId).orElseThrow().intervals()) {
            if (one.trial() == trial) {
                consumer.accept(one);
            }
        }
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
