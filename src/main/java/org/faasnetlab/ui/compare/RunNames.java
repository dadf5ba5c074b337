package org.faasnetlab.ui.compare;

import java.util.List;
import org.faasnetlab.store.RunRow;

/** What compared runs are called: by their titles, with their IDs where several have the same. */
final class RunNames {
    private final List<RunRow> runs;

    RunNames(List<RunRow> runs) {
        this.runs = List.copyOf(runs);
    }

    String of(RunRow run) {
        long same =
                runs.stream().filter(other -> other.title().equals(run.title())).count();
        return same == 1 ? run.title() : run.title() + " (" + run.id() + ")";
    }
}
