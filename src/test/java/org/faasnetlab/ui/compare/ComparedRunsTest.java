package org.faasnetlab.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.analysis.comparison.RunNames;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedRunsTest {
    @TempDir
    Path folder;

    private final List<LabException> problems = new ArrayList<>();
    private DuckDbRunStore store;
    private RunSelection selection;

    @BeforeEach
    void chooseRuns() throws StoreException {
        store = new DuckDbRunStore(folder);
        SampleRuns.save(store, SampleRuns.withFailures());
        SampleRuns.save(store, SampleRuns.sharedHost());
        selection = new RunSelection(
                () -> store,
                new RunExporter(ZoneOffset.UTC),
                new RunImporter(Clock.systemUTC()),
                new BackgroundTasks(Runnable::run, Runnable::run));
        selection.chosen().setAll(store.runs());
        selection.compare(problems::add);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void oldestRunIsTheReferenceUntilAnotherIsChosen() {
        List<RunRow> runs = compared().runs().runs();
        selection.compareWith(runs.get(1));

        assertThat(compared().runs().runs()).containsExactly(runs.get(1), runs.get(0));
        assertThat(problems).isEmpty();
    }

    @Test
    void invalidTrialsThatDoNotCountAreNamed() {
        assertThat(compared().leftOut())
                .isNotEmpty()
                .allMatch(sentence -> sentence.toString().contains("invalid"));

        selection.countInvalid(true);
        assertThat(compared().withInvalid()).isTrue();
        assertThat(compared().leftOut()).isEmpty();
    }

    @Test
    void runsOfTheSameTitleAreToldApart() {
        List<RunRow> runs = compared().runs().runs();
        RunNames names = compared().names();
        assertThat(names.of(runs.get(0))).isNotEqualTo(names.of(runs.get(1)));
    }

    @Test
    void runsCanBeComparedByBurstAndBaseline() {
        assertThat(compared().metrics()).contains(BurstMetrics.BASELINE);
        selection.compareBy(BurstMetrics.BASELINE);
        assertThat(compared().runs().metric()).isEqualTo(BurstMetrics.BASELINE);
        assertThat(problems).isEmpty();
    }

    @Test
    void comparisonIsClosed() {
        selection.closeComparison();
        assertThat(selection.comparison().get()).isNull();
        selection.compareWith(selection.chosen().get(0));
        assertThat(selection.comparison().get()).isNull();
    }

    private RunSelection.Comparison compared() {
        RunSelection.Comparison shown = selection.comparison().get();
        assertThat(shown).isNotNull();
        return shown;
    }
}
