package org.faasnetlab.analysis.comparison;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.faasnetlab.store.RunRow;

/**
 * What compared runs are called: by their titles; where several have the same, with the time of their start, and in the
 * same second with their IDs.
 */
public final class RunNames {
    private final List<RunRow> runs;
    private final List<Function<RunRow, String>> candidates;

    /** @param zone of the times in names */
    public RunNames(List<RunRow> runs, ZoneId zone) {
        this.runs = List.copyOf(runs);
        candidates = List.of(
                RunRow::title,
                started("d MMM HH:mm", zone),
                started("d MMM HH:mm:ss", zone),
                started("d MMM yyyy HH:mm:ss", zone));
    }

    private static Function<RunRow, String> started(String pattern, ZoneId zone) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone);
        return run -> run.title() + ", " + format.format(run.startedAt());
    }

    public String of(RunRow run) {
        List<RunRow> same =
                runs.stream().filter(other -> other.title().equals(run.title())).toList();
        // The same form for all that share a title, so that they can be compared.
        return candidates.stream()
                .filter(name -> same.stream().map(name).distinct().count() == same.size())
                .findFirst()
                .map(name -> name.apply(run))
                .orElseGet(() -> run.title() + " (" + run.id() + ")");
    }
}
