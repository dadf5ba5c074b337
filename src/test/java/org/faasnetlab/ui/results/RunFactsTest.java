package org.faasnetlab.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.faasnetlab.ui.common.SettingLabels;
import org.faasnetlab.ui.results.run.RunDetails;
import org.faasnetlab.ui.results.run.TrialDetails;
import org.faasnetlab.workload.Workloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFactsTest {
    private final RunFacts facts = new RunFacts(
            new ResultFormatter(Clock.systemUTC()), new SettingLabels(Workloads.builtIn()), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void trialIsDescribedWithItsConditionsAndHowItWent() throws StoreException {
        RunData data = SampleRuns.withFailures();
        try (RunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, data);
            store.flush();
            RunDetails run = new RunDetails(data.run(), data.trials(), data.functions(), data.evidence());
            TrialDetails trial = TrialDetails.read(
                    store,
                    new RunExporter(ZoneOffset.UTC).data().charts(),
                    run.source(data.trials().get(0)));

            assertThat(facts.trial(run, trial, null))
                    .contains(
                            Map.entry("Trial", "1 of 1"),
                            Map.entry("State", "partial"),
                            Map.entry("Functions", "8"),
                            Map.entry("Memory", "1769 MB"),
                            Map.entry("Direction", "download"))
                    .noneMatch(fact -> fact.getKey().equals("Finished"));
            assertThat(facts.trial(
                            run,
                            trial,
                            RunAnalysis.withBundledData().of(data).trials().get(0)))
                    .contains(Map.entry("Finished", "6 of 8"))
                    .anyMatch(fact -> fact.getKey().equals("Start spread")
                            && fact.getValue().endsWith(" ms"));
        }
    }

    @Test
    void trialThatEndedBeforeT0HasNoSuchTime() throws StoreException {
        RunData data = SampleRuns.withFailures();
        TrialRow ended = TrialRowBuilder.like(data.trials().get(0)).withoutT0().row();
        try (RunStore store = new DuckDbRunStore(folder)) {
            SampleRuns.save(store, new RunData(data.run(), List.of(ended), List.of(), List.of(), List.of()));
            store.flush();
            RunDetails run = new RunDetails(data.run(), List.of(ended), List.of(), List.of());
            TrialDetails trial = TrialDetails.read(
                    store, new RunExporter(ZoneOffset.UTC).data().charts(), run.source(ended));

            assertThat(facts.trial(run, trial, null))
                    .contains(Map.entry("State", "partial"))
                    .noneMatch(fact -> fact.getKey().equals("T0"));
        }
    }

    @Test
    void settingsHaveNamesAndUnits() {
        assertThat(facts.settings(SampleRuns.withFailures().run()))
                .contains(Map.entry("Duration", "10 s"))
                .noneMatch(fact -> fact.getKey().equals("ciWidth"));
    }
}
