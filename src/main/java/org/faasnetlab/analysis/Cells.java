package org.faasnetlab.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;

/**
 * The trials of a run put together by what they measured: repetitions of a cell are one. What a run does not vary is not
 * named.
 */
final class Cells {

    /**
     * Trials of one cell.
     *
     * @param x the cell's value of the factor on the axis
     * @param line the other factors that vary, in words; empty if none does
     */
    record Cell(double x, String line, String name, List<TrialSummary> trials, List<FunctionRow> functions) {

        /** Bandwidths in bit/s of the functions that finished, rising. */
        double[] bandwidths() {
            return functions.stream()
                    .map(FunctionRow::bandwidth)
                    .filter(Objects::nonNull)
                    .mapToDouble(one -> one.bitsPerSecond())
                    .sorted()
                    .toArray();
        }
    }

    private final Factor factor;
    private final List<Cell> all = new ArrayList<>();

    Cells(List<TrialSummary> summaries, List<FunctionRow> functions) {
        List<TrialRow> trials = summaries.stream().map(TrialSummary::trial).toList();
        factor = Factor.mostVaried(trials);
        Map<Integer, List<FunctionRow>> byTrial = functions.stream().collect(Collectors.groupingBy(FunctionRow::trial));
        Map<List<Object>, List<TrialSummary>> cells = summaries.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(factor.of(one.trial()), others(one.trial(), trials)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        cells.forEach((key, own) -> {
            TrialRow first = own.get(0).trial();
            String line = others(first, trials);
            List<FunctionRow> rows = own.stream()
                    .flatMap(one -> byTrial.getOrDefault(one.trial().index(), List.of()).stream())
                    .toList();
            all.add(new Cell(factor.of(first), line, name(first, trials, line), own, rows));
        });
        all.sort(Comparator.comparing(Cell::line).thenComparing(Cell::x));
    }

    private String name(TrialRow trial, List<TrialRow> trials, String line) {
        if (!factor.varies(trials) && !line.isEmpty()) {
            return line;
        }
        return line.isEmpty() ? factor.words(trial) : factor.words(trial) + ", " + line;
    }

    private String others(TrialRow trial, List<TrialRow> trials) {
        List<String> words = new ArrayList<>();
        add(words, trials, trial, one -> one.direction().word());
        for (Factor other : Factor.values()) {
            if (other != factor) {
                add(words, trials, trial, other::words);
            }
        }
        add(words, trials, trial, one -> "link " + one.link());
        add(words, trials, trial, one -> one.hosts() == 1 ? "1 host" : one.hosts() + " hosts");
        return String.join(", ", words);
    }

    private static void add(
            List<String> words, List<TrialRow> trials, TrialRow trial, Function<TrialRow, String> value) {
        if (trials.stream().map(value).distinct().count() > 1) {
            words.add(value.apply(trial));
        }
    }

    /** The factor on the axis. */
    Factor factor() {
        return factor;
    }

    List<Cell> all() {
        return List.copyOf(all);
    }

    /** The cells of each line, by its name. */
    Map<String, List<Cell>> byLine() {
        return all.stream().collect(Collectors.groupingBy(Cell::line, LinkedHashMap::new, Collectors.toList()));
    }
}
