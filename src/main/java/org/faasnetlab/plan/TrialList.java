package org.faasnetlab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;

/** Expands a plan to its trials. */
final class TrialList {
    private TrialList() {}

    static List<Trial> of(ExperimentPlan plan) {
        List<Cell> cells = cells(plan);
        // The algorithm of Random is specified, so that a seed gives the same order on every Java.
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
                for (Direction direction : plan.factors().directions()) {
                    for (Workload workload : plan.workload().workloads(direction, functions, plan.intervalMs())) {
                        cells.add(new Cell(memoryMb, functions, workload, plan.network()));
                    }
                }
            }
        }
        return cells;
    }
}
