package org.faasnetlab.export.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.TestbedKind;

/**
 * A run that another program measured, without its intervals.
 *
 * @param title shown in lists
 * @param startedAt of the first trial
 * @param environment what is known of its origin
 */
record ImportedRun(
        String title,
        Instant startedAt,
        Instant endedAt,
        boolean simulated,
        SortedMap<String, String> environment,
        List<TrialRow> trials,
        List<FunctionRow> functions,
        List<EvidenceRow> evidence) {
    static final String PRESET = "imported";
    private static final String TESTBED = "Imported data";

    ImportedRun {
        environment = new TreeMap<>(environment);
        trials = List.copyOf(trials);
        functions = List.copyOf(functions);
        evidence = List.copyOf(evidence);
    }

    /** @param id derived from the content, so that the same file is not imported twice */
    void writeTo(TableWriter tables, int key, String id) throws IOException {
        boolean anyFinished = functions.stream().anyMatch(FunctionRow::finished);
        boolean anyFailed = functions.stream().anyMatch(function -> !function.finished());
        tables.run(
                key,
                new RunRow(
                        id,
                        startedAt,
                        endedAt,
                        !anyFinished ? RunStatus.FAILED : anyFailed ? RunStatus.PARTIAL : RunStatus.COMPLETED,
                        PRESET,
                        title,
                        TESTBED,
                        TestbedKind.IMPORTED,
                        simulated,
                        new TreeMap<>(Map.of()),
                        environment,
                        null));
        for (TrialRow trial : trials) {
            tables.trial(key, trial);
        }
        for (FunctionRow function : functions) {
            tables.function(key, function);
        }
        for (EvidenceRow row : evidence) {
            tables.evidence(key, row);
        }
    }
}
