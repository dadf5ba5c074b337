package org.faasnetlab.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;

/**
 * One cell of an experiment: everything that a testbed needs to prepare a trial, and everything that distinguishes its
 * results from those of other cells.
 *
 * @param memoryMb memory size of the function in MB, or 0 if it is unknown
 * @param functions concurrent functions, at least 1
 */
public record Cell(int memoryMb, int functions, Workload workload, NetworkSettings network) {
    public Cell {
        if (functions < 1) {
            throw new IllegalArgumentException("functions must be at least 1, not " + functions);
        }
        if (workload.direction() == Direction.BOTH && functions % 2 != 0) {
            throw new IllegalArgumentException("direction both requires an even number of functions, not " + functions);
        }
    }

    /** The direction of one function: never {@link Direction#BOTH}. */
    public Direction directionOf(int functionIndex) {
        return workload.direction().ofFunction(functionIndex, functions);
    }

    /** The cell for the functions of one direction in a cell with both directions. */
    public Cell forDirection(Direction direction) {
        int own = (int) IntStream.range(0, functions)
                .filter(worker -> directionOf(worker) == direction)
                .count();
        return new Cell(memoryMb, own, workload.withDirection(direction), network);
    }

    /**
     * The cell used to compare runs: it has the details of the presets, because runs are compared despite differing
     * settings.
     */
    public Cell withUsualDetails() {
        return new Cell(
                memoryMb, functions, workload.type().restore(workload.toRecord().withDetails(Map.of())), network);
    }

    /** The memory size with its unit, or {@code unknown}. */
    public String memoryLabel() {
        return memoryMb == 0 ? "unknown" : memoryMb + " MB";
    }

    /** The display text of the cell, with the text for its direction. */
    public Phrase label() {
        return label(DirectionFormatter.text(workload.direction()));
    }

    /**
     * The display text of the cell, for example {@code iperf3 download, 16 functions, 1769 MB, 10 s}.
     *
     * @param direction text for the direction; left out where nothing is transferred
     */
    public Phrase label(Phrase direction) {
        List<Phrase> labels = new ArrayList<>();
        labels.add(
                workload.type().transfers()
                        ? Phrase.of("{0} {1}", workload.type().id(), direction)
                        : Phrase.verbatim(workload.type().id()));
        labels.add(Phrase.of(functions == 1 ? "1 function" : "{0} functions", functions));
        if (memoryMb > 0) {
            labels.add(Phrase.verbatim(memoryLabel()));
        }
        if (workload.parallelism() > 1) {
            labels.add(workload.parallelismLabel());
        }
        labels.add(Phrase.verbatim(workload.extent().label()));
        labels.addAll(network.labels());
        return Phrase.join(", ", labels);
    }
}
