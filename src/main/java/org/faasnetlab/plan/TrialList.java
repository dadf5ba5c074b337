package org.faasnetlab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;

/** The trials that a plan expands to. */
final class TrialList {
    private TrialList() {}

    static List<Trial> of(ExperimentPlan plan) {
        List<Cell> cells = cells(plan);
        // Its algorithm is specified, so that a seed means the same order on every Java.
        Random random = new Random(plan.repetition().seed());
        List<Trial> trials = new ArrayList<>();
        for (int repetition = 0; repetition < plan.repetition().repeats(); repetition++) {
            List<Cell> ordered = new ArrayList<>(cells);
            if (plan.repetition().order() == TrialOrder.SHUFFLED) {
                Collections.shuffle(ordered, random);
            }
            for (Cell cell : ordered) {
                trials.add(new Trial(trials.size(), repetition, cell));
            }
        }
        return trials;
    }

    private static List<Cell> cells(ExperimentPlan plan) {
        List<Cell> cells = new ArrayList<>();
        for (int memoryMb : plan.factors().memoryMb()) {
            for (int functions : plan.factors().functions()) {
                for (Workload workload : workloads(plan, functions)) {
                    cells.add(new Cell(memoryMb, functions, workload, plan.network()));
                }
            }
        }
        return cells;
    }

    private static List<Workload> workloads(ExperimentPlan plan, int functions) {
        List<Workload> workloads = new ArrayList<>();
        for (Direction direction : plan.factors().directions()) {
            switch (plan.transfer()) {
                case IPERF3 -> {
                    for (int streams : plan.factors().streams()) {
                        workloads.add(new Workload.Iperf3(
                                direction,
                                plan.seconds(),
                                streams,
                                plan.intervalMs(),
                                plan.omitSeconds(),
                                plan.congestion()));
                    }
                }
                case S3 -> {
                    for (DataSize size : plan.factors().objectSizes()) {
                        for (int connections : plan.factors().connections()) {
                            workloads.add(new Workload.S3(
                                    direction,
                                    plan.objectShare().of(size, functions),
                                    connections,
                                    plan.partSize(),
                                    plan.intervalMs()));
                        }
                    }
                }
            }
        }
        return workloads;
    }
}
