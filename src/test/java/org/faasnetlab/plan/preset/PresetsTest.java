package org.faasnetlab.plan.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.published.PublishedResults;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.workload.s3.S3Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {
    @Test
    void eachPresetIsFoundByItsNameAndCanRun() throws Exception {
        assertThat(PRESETS.all())
                .extracting(Preset::name)
                .doesNotHaveDuplicates()
                .startsWith("iperf3-single", "iperf3-concurrent", "s3-download", "s3-upload")
                .contains(
                        "sequential",
                        "memory-sweep",
                        "network-quota",
                        "concurrency-sweep",
                        "object-size-sweep",
                        "streams-sweep")
                .contains("burst-and-baseline", "both-directions");
        for (Preset preset : PRESETS.all()) {
            assertThat(PRESETS.byName(preset.name())).isEqualTo(preset);
            assertThat(preset.description()).endsWith(".");
            assertThat(PlanEstimate.of(preset.plan()).duration()).isLessThan(Duration.ofMinutes(15));
        }
    }

    @Test
    void unknownPresetIsAnsweredWithSuggestionAndList() {
        assertThatThrownBy(() -> PRESETS.byName("iperf-single")).isInstanceOfSatisfying(LabException.class, unknown -> {
            assertThat(unknown).hasMessage("Unknown preset \"iperf-single\".");
            assertThat(unknown.nextStep())
                    .startsWith("Did you mean iperf3-single? Available presets: iperf3-single, iperf3-concurrent, ");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iperf3-single     |                           | Single function
            iperf3-single     | direction=upload,download | iperf3 single, upload and download
            iperf3-single     | functions=1,2             | iperf3 concurrent, download
            iperf3-concurrent |                           | Concurrent functions
            iperf3-concurrent | direction=upload          | iperf3 concurrent, upload
            iperf3-concurrent | functions=64              | Concurrent functions
            s3-download       |                           | S3 download
            s3-download       | direction=upload          | S3 upload
            s3-upload         | functions=8               | S3 upload, concurrent
            """)
    void aRunsTitleSaysWhatThePlanReallyDoes(String preset, String setting, String title) throws Exception {
        ExperimentPlan plan = PRESETS.byName(preset).plan();
        assertThat(PRESETS.runTitle(SETTINGS.apply(plan, setting == null ? List.of() : List.of(setting))))
                .isEqualTo(title);
    }

    @Test
    void customTitleIsKept() throws Exception {
        ExperimentPlan plan = PRESETS.byName("iperf3-single").plan().withTitle("Before the upgrade");
        assertThat(PRESETS.runTitle(plan)).isEqualTo("Before the upgrade");
    }

    @Test
    void sweepHasItsPresetsTitle() throws Exception {
        assertThat(PRESETS.runTitle(PRESETS.byName("memory-sweep").plan())).isEqualTo("Memory sweep");
    }

    @ParameterizedTest
    @CsvSource({"Single function, Single function", "Before the upgrade, Before the upgrade"})
    void restoredPlanHasTheTitleOfItsPresetUnlessTheRunHasAnother(String title, String restored) throws Exception {
        ExperimentPlan plan = PRESETS.byName("iperf3-single").plan();
        RunRow run = RunRowBuilder.run("r")
                .preset("iperf3-single")
                .settings(Setting.of(plan))
                .title(title)
                .row();

        assertThat(PRESETS.restore(run)).isEqualTo(plan.withTitle(restored));
    }

    @Test
    void restoredPlanWithAnotherDirectionHasAnotherTitle() throws Exception {
        ExperimentPlan upload = SETTINGS.apply(PRESETS.byName("iperf3-single").plan(), List.of("direction=upload"));
        RunRow run = RunRowBuilder.run("r")
                .preset("iperf3-single")
                .settings(Setting.of(upload))
                .title(PRESETS.runTitle(upload))
                .row();

        ExperimentPlan changed = SETTINGS.apply(PRESETS.restore(run), List.of("direction=download"));

        assertThat(run.title()).isEqualTo("iperf3 single, upload");
        assertThat(PRESETS.runTitle(changed)).isEqualTo("Single function");
    }

    @ParameterizedTest
    @CsvSource({
        "figure-2, kim2019-fig2, memory",
        "figure-3, kim2019-fig3, objectMiB",
        "figure-4, kim2019-fig4a, memory",
        "figure-4, kim2019-fig4b, memory",
        "figure-4c, kim2019-fig4c, memory",
        "figure-5, kim2019-fig5, functions",
        "figure-6, kim2019-fig6, functions",
        "figure-7, kim2019-fig7, functions"
    })
    void aFigureOfTheStudyHasTheStudysOwnFactor(String preset, String figure, String factor) throws Exception {
        List<String> values = List.of(SETTINGS.byKey(factor)
                .read(PRESETS.byName(preset).plan())
                .replace("MB", "")
                .split(","));

        PublishedResults.Figure published =
                PublishedResults.load().figure(figure).orElseThrow();
        assertThat(published.series())
                .allSatisfy(series -> assertThat(values)
                        .containsAll(series.points().stream()
                                .map(point -> String.valueOf((int) point.x()))
                                .toList()));
    }

    @Test
    void functionsOfFigure7SplitOneJob() throws Exception {
        assertThat(PRESETS.byName("figure-7").plan().trials()).allSatisfy(trial -> {
            S3Workload s3 = (S3Workload) trial.cell().workload();
            assertThat(s3.objectSize().bytes() * trial.cell().functions()).isBetween(1_800_000_000L, 1_800_000_026L);
        });
    }
}
