package org.faasnetlab.analysis.summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/**
 * The stored data of one trial.
 *
 * @param functions of this trial
 * @param intervals of this trial
 * @param evidence empty if none was recorded
 * @param probes latency probes of the run's functions in this trial
 */
public record TrialData(
        TrialRow trial,
        List<FunctionRow> functions,
        List<StoredInterval> intervals,
        Optional<EvidenceRow> evidence,
        List<ProbeRow> probes) {
    public TrialData {
        functions = List.copyOf(functions);
        intervals = List.copyOf(intervals);
        probes = List.copyOf(probes);
    }

    /** A trial without latency probes. */
    public TrialData(
            TrialRow trial,
            List<FunctionRow> functions,
            List<StoredInterval> intervals,
            Optional<EvidenceRow> evidence) {
        this(trial, functions, intervals, evidence, List.of());
    }

    /** The probes of one trial among those of a run. */
    public static List<ProbeRow> ofTrial(TrialRow trial, List<ProbeRow> ofRun) {
        return ofRun.stream().filter(probes -> probes.trial() == trial.index()).toList();
    }

    /** The same trial with only the functions of one direction. */
    public TrialData forDirection(Direction direction) {
        return new TrialData(
                trial,
                functions.stream()
                        .filter(function -> trial.directionOf(function.functionIndex()) == direction)
                        .toList(),
                intervals.stream()
                        .filter(stored -> trial.directionOf(stored.functionIndex()) == direction)
                        .toList(),
                evidence,
                probes);
    }

    public Map<Integer, List<Interval>> intervalsByFunction() {
        return intervals.stream()
                .collect(Collectors.groupingBy(
                        StoredInterval::functionIndex,
                        TreeMap::new,
                        Collectors.mapping(StoredInterval::interval, Collectors.toList())));
    }
}
