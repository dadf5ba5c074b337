package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.export.ArchiveBetweenStores.LABEL;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.image.PngWriter;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineBuilder;
import org.faasnetlab.store.RunArchive.ImportResult;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.testing.export.ArchiveBetweenStores;
import org.faasnetlab.testing.store.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Valid archives between two stores. */
class ArchiveIT {
    @RegisterExtension
    private final ArchiveBetweenStores archive = new ArchiveBetweenStores();

    @Test
    void importedRunsGiveTheSameChartsAndExportsByteForByte() throws Exception {
        List<RunData> runs = SampleRuns.all().toList();
        for (RunData run : runs) {
            SampleRuns.save(archive.here, run);
        }
        String labelled = runs.get(0).run().id();
        archive.here.label(labelled, LABEL);
        SampleRuns.save(archive.there, SampleRuns.running("another", 1));

        archive.export(archive.here, ids(runs));
        ImportResult imported = archive.bring();

        assertThat(imported.added()).containsExactlyInAnyOrderElementsOf(ids(runs));
        assertThat(imported.alreadyPresent()).isEmpty();
        assertThat(archive.there.labels()).isEqualTo(Map.of(labelled, LABEL));
        for (String id : ids(runs)) {
            RunData before = archive.here.load(id).orElseThrow();
            RunData after = archive.there.load(id).orElseThrow();
            assertThat(after).isEqualTo(before);
            assertThat(files(archive.there, after, "after"))
                    .containsExactlyElementsOf(files(archive.here, before, "before"));
        }
    }

    @Test
    void aSecondArchiveOfTheImportedRunsIsTheSame() throws Exception {
        SampleRuns.save(archive.here, SampleRuns.small());
        archive.export(archive.here, ids(List.of(SampleRuns.small())));
        byte[] first = Files.readAllBytes(archive.file);
        archive.bring();
        archive.export(archive.there, ids(List.of(SampleRuns.small())));
        assertThat(archive.file).hasBinaryContent(first);
    }

    @Test
    void existingRunIsReportedAndUnchanged() throws Exception {
        SampleRuns.save(archive.here, SampleRuns.small());
        SampleRuns.save(archive.here, SampleRuns.sharedHost());
        archive.export(archive.here, ids(List.of(SampleRuns.small())));
        archive.bring();
        archive.there.label(SampleRuns.small().run().id(), LABEL);
        archive.export(archive.here, ids(List.of(SampleRuns.small(), SampleRuns.sharedHost())));

        ImportResult again = archive.bring();

        assertThat(again.alreadyPresent())
                .containsExactly(SampleRuns.small().run().id());
        assertThat(again.added()).containsExactly(SampleRuns.sharedHost().run().id());
        assertThat(archive.there.runs()).hasSize(2);
        assertThat(archive.there.labels()).hasSize(1);
        assertThat(archive.there.intervals(SampleRuns.small().run().id(), 0)).hasSize(2);
    }

    @Test
    void importedRunSurvivesReopenAndCanBeDeletedAndImportedAgain() throws Exception {
        SampleRuns.save(archive.here, SampleRuns.small());
        String id = SampleRuns.small().run().id();
        archive.export(archive.here, List.of(id));
        archive.bring();
        archive.openThereAgain();
        assertThat(archive.there.load(id)).contains(SampleRuns.small());
        archive.there.delete(id);
        assertThat(archive.bring().added()).containsExactly(id);
        assertThat(archive.there.load(id)).contains(SampleRuns.small());
    }

    private static List<String> ids(List<RunData> runs) {
        return runs.stream().map(RunData::run).map(RunRow::id).toList();
    }

    /** The exports of a run and the images of its trials. */
    private List<byte[]> files(RunStore store, RunData run, String name) throws Exception {
        List<Path> written = new ArrayList<>(new CsvExport().write(run, archive.folder.resolve(name + ".csv")));
        Path json = archive.folder.resolve(name + ".json");
        new JsonExport().write(run, json);
        written.add(json);
        for (int trial = 0; trial < run.trials().size(); trial++) {
            Path picture = archive.folder.resolve(name + trial + ".png");
            TrialChartSource source = new TrialChartSource(
                    run.run(), run.trials().size(), run.trials().get(trial), run.functions());
            try (OutputStream out = Files.newOutputStream(picture)) {
                new PngWriter()
                        .write(
                                new TimelineBuilder(ZoneOffset.UTC)
                                        .read(store, source)
                                        .draw(ChartTheme.LIGHT),
                                out);
            }
            written.add(picture);
        }
        List<byte[]> contents = new ArrayList<>();
        for (Path file : written) {
            contents.add(Files.readAllBytes(file));
        }
        return contents;
    }
}
