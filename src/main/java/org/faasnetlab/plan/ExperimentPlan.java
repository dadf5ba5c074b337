package org.faasnetlab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.WorkloadType;

/**
 * An experiment before it runs. {@link Setting} reads and changes it by setting names.
 *
 * @param preset name of the preset it came from, for example {@code iperf3-concurrent}
 * @param title a short title for users
 * @param workload what is transferred, with the settings specific to this type of workload
 * @param intervalMs reported interval in milliseconds, 100 to 10,000
 * @param network the simulated network
 */
public record ExperimentPlan(
        String preset,
        String title,
        WorkloadSettings workload,
        Factors factors,
        int intervalMs,
        NetworkSettings network,
        Repetition repetition) {

    public WorkloadType type() {
        return workload.type();
    }

    /** Every cell, repeated as often as the plan allows at most, in the order of measurement. */
    public List<Trial> trials() {
        List<Cell> cells = cells();
        // The algorithm of Random is specified, so that a seed gives the same order on every Java.
        Random random = new Random(repetition.seed());
        List<Trial> trials = new ArrayList<>();
        for (int earlier = 0; earlier < repetition.repeats(); earlier++) {
            List<Cell> ordered = new ArrayList<>(cells);
            if (repetition.order() == TrialOrder.SHUFFLED) {
                Collections.shuffle(ordered, random);
            } else if (repetition.order() == TrialOrder.ALTERNATING && earlier % 2 == 1) {
                Collections.reverse(ordered);
            }
            for (Cell cell : ordered) {
                trials.add(new Trial(trials.size(), earlier, cell));
            }
        }
        return trials;
    }

    /** The highest rate of payload of all functions together that does not adapt to the network; empty if it adapts. */
    public Optional<Bandwidth> fixedRate() {
        int functions = Collections.max(factors.functions());
        return workload.fixedRate().map(each -> new Bandwidth(each.bitsPerSecond() * functions));
    }

    /** Whether functions send latency probes, alone or beside a transfer. */
    public boolean hasProbes() {
        return cells().stream().anyMatch(cell -> cell.workload().probeMs() != null);
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int memoryMb : factors.memoryMb()) {
            for (int functions : factors.functions()) {
                for (Direction direction : factors.directions()) {
                    for (Workload each : workload.workloads(direction, functions, intervalMs)) {
                        cells.add(new Cell(memoryMb, functions, each, network));
                    }
                }
            }
        }
        return cells;
    }

    public ExperimentPlan withTitle(String value) {
        return new ExperimentPlan(preset, value, workload, factors, intervalMs, network, repetition);
    }

    public ExperimentPlan withWorkload(WorkloadSettings value) {
        return new ExperimentPlan(preset, title, value, factors, intervalMs, network, repetition);
    }

    public ExperimentPlan withFactors(Factors value) {
        return new ExperimentPlan(preset, title, workload, value, intervalMs, network, repetition);
    }

    public ExperimentPlan withIntervalMs(int value) {
        return new ExperimentPlan(preset, title, workload, factors, value, network, repetition);
    }

    public ExperimentPlan withNetwork(NetworkSettings value) {
        return new ExperimentPlan(preset, title, workload, factors, intervalMs, value, repetition);
    }

    public ExperimentPlan withRepetition(Repetition value) {
        return new ExperimentPlan(preset, title, workload, factors, intervalMs, network, value);
    }
}
