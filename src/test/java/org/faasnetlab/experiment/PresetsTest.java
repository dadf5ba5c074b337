package org.faasnetlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {
    @Test
    void eachPresetIsFoundByItsNameAndCanRun() throws Exception {
        assertThat(Presets.all())
                .extracting(Preset::name)
                .containsExactly("iperf3-single", "iperf3-concurrent", "s3-download", "s3-upload");
        for (Preset preset : Presets.all()) {
            assertThat(Presets.named(preset.name())).isEqualTo(preset);
            assertThat(preset.description()).endsWith(".");
            assertThat(PlanEstimate.of(preset.plan()).trials()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownPresetIsAnsweredWithTheNearestAndAll() {
        assertThatThrownBy(() -> Presets.named("iperf-single"))
                .isInstanceOfSatisfying(UnknownPresetException.class, unknown -> {
                    assertThat(unknown).hasMessage("There is no preset 'iperf-single'.");
                    assertThat(unknown.nextStep())
                            .isEqualTo("Did you mean 'iperf3-single'? The presets are iperf3-single,"
                                    + " iperf3-concurrent, s3-download, s3-upload.");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iperf3-single     |                           | iperf3 single, download
            iperf3-single     | direction=upload,download | iperf3 single, upload and download
            iperf3-single     | functions=1,2             | iperf3 concurrent, download
            iperf3-concurrent |                           | iperf3 concurrent, download
            s3-download       |                           | S3 download
            s3-download       | direction=upload          | S3 upload
            s3-upload         | functions=8               | S3 upload, concurrent
            """)
    void aRunsTitleSaysWhatThePlanReallyDoes(String preset, String setting, String title) throws Exception {
        ExperimentPlan plan = Presets.named(preset).plan();
        assertThat(RunTitle.of(PlanEdits.apply(plan, setting == null ? List.of() : List.of(setting))))
                .isEqualTo(title);
    }

    @Test
    void aTitleOfTheUsersOwnIsKept() throws Exception {
        ExperimentPlan plan = Presets.named("iperf3-single").plan().withTitle("Before the upgrade");
        assertThat(RunTitle.of(plan)).isEqualTo("Before the upgrade");
    }
}
