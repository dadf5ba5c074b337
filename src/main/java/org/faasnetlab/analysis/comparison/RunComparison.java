package org.faasnetlab.analysis.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;

/**
 * Two or more runs side by side. They are compared cell by cell in the cells that all of them measured; runs without a
 * common cell are compared as a whole.
 *
 * @param runs in the order of the comparison; the others are compared with the first
 * @param cells what is compared, at least one
 * @param settings the differing settings by name, with their values in the order of the runs
 * @param environment the differing facts about testbed and computer, likewise
 */
public record RunComparison(
        List<RunRow> runs,
        List<ComparedCell> cells,
        SortedMap<String, List<String>> settings,
        SortedMap<String, List<String>> environment) {

    /** Placeholder for a setting or fact that a run does not have. */
    public static final String NOTHING = "–";

    /**
     * A run with all its rows except intervals.
     *
     * @param trials in order of their index
     */
    public record Side(RunRow run, List<TrialRow> trials, List<FunctionRow> functions) {
        public Side {
            trials = List.copyOf(trials);
            functions = List.copyOf(functions);
        }
    }

    public RunComparison {
        runs = List.copyOf(runs);
        cells = List.copyOf(cells);
    }

    /**
     * @param sides two or more runs
     * @throws IllegalArgumentException if there are fewer
     */
    public static RunComparison of(List<Side> sides) {
        if (sides.size() < 2) {
            throw new IllegalArgumentException("it takes two runs to compare");
        }
        List<RunRow> runs = sides.stream().map(Side::run).toList();
        return new RunComparison(
                runs, cells(sides), differing(runs, RunRow::settings), differing(runs, RunRow::environment));
    }

    private static List<ComparedCell> cells(List<Side> sides) {
        Set<ComparedCell.Key> common = new LinkedHashSet<>(keys(sides.get(0)));
        sides.forEach(side -> common.retainAll(keys(side)));
        if (common.isEmpty()) {
            return List.of(ComparedCell.of(null, sides));
        }
        return common.stream().map(key -> ComparedCell.of(key, sides)).toList();
    }

    private static Set<ComparedCell.Key> keys(Side side) {
        Set<ComparedCell.Key> keys = new LinkedHashSet<>();
        side.trials().forEach(trial -> keys.addAll(ComparedCell.Key.of(trial)));
        return keys;
    }

    private static SortedMap<String, List<String>> differing(
            List<RunRow> runs, Function<RunRow, SortedMap<String, String>> facts) {
        SortedMap<String, List<String>> differing = new TreeMap<>();
        for (RunRow run : runs) {
            for (String name : facts.apply(run).keySet()) {
                List<String> values = new ArrayList<>();
                for (RunRow one : runs) {
                    values.add(facts.apply(one).getOrDefault(name, NOTHING));
                }
                if (Set.copyOf(values).size() > 1) {
                    differing.put(name, List.copyOf(values));
                }
            }
        }
        return differing;
    }
}
