package org.faasnetlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.util.List;
import java.util.Map;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.preset.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    private static final ExperimentPlan IPERF3 = plan("iperf3-single");
    private static final ExperimentPlan S3 = plan("s3-download");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "functions=0",
                "functions=-1",
                "functions=10001",
                "functions=100000",
                "functions=99999999999999999999",
                "functions=",
                "functions=,",
                "functions=1,,2",
                "functions=1,2,1",
                "functions=1.5",
                "functions=many",
                "memory=127",
                "memory=10241",
                "direction=sideways",
                "direction=download,download",
                "seconds=0",
                "seconds=901",
                "seconds=1,2",
                "streams=129",
                "omit=-1",
                "omit=61",
                "congestion=CUBIC",
                "congestion=; rm -rf",
                "congestion=",
                "intervalMs=99",
                "intervalMs=10001",
                "link=fast",
                "link=0Mbit",
                "link=-5Mbit",
                "link=625",
                "link=625Mbit+300MiB@100Mbit",
                "hosts=0",
                "hosts=1001",
                "hostLink=0Mbit",
                "hostLink=quick",
                "repeats=0",
                "repeats=1001",
                "pause=-1",
                "pause=601",
                "order=random",
                "seed=-1",
                "network=tin",
                "queue=long",
                "delay=20",
                "delay=1001ms",
                "loss=51%",
                "loss=off",
                "seed=1000000000",
                "ciWidth=5",
                "ciWidth=0%",
                "ciWidth=101%",
                "ciWidth=on"
            })
    void aValueThatCannotBeIsRefusedWithItsNameAndWhatCanBe(String setting) {
        assertRefused(IPERF3, setting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objectMiB=0",
                "objectMiB=5121",
                "objectMiB=1,1",
                "connections=0",
                "connections=65",
                "partMiB=4",
                "partMiB=5121",
                "partMiB=5MB",
                "objectMiB=999kB",
                "objectMiB=1Mib",
                "objectMiB=1MiB,1048576B",
                "objectMiB=6GiB",
                "objectShare=half"
            })
    void aValueOfS3ThatCannotBeIsRefused(String setting) {
        assertRefused(S3, setting);
    }

    private static void assertRefused(ExperimentPlan plan, String setting) {
        String name = setting.substring(0, setting.indexOf('='));
        assertThatThrownBy(() -> SETTINGS.apply(plan, List.of(setting)))
                .isInstanceOfSatisfying(SettingException.class, refused -> {
                    assertThat(refused.key()).isEqualTo(name);
                    assertThat(refused.getMessage())
                            .startsWith("Invalid value " + setting + ": ")
                            .endsWith(".");
                    assertThat(refused.nextStep())
                            .startsWith("Description of " + name + ": ")
                            .endsWith(".");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "function, functions",
        "fuctions, functions",
        "Functions, functions",
        "objectmib, objectMiB",
        "hostlink, hostLink",
        "interval, intervalMs",
        "second, seconds"
    })
    void aMistypedNameIsAnsweredWithTheNearest(String typed, String meant) {
        assertThatThrownBy(() -> SETTINGS.byKey(typed)).isInstanceOfSatisfying(SettingException.class, refused -> {
            assertThat(refused).hasMessage("Unknown setting \"" + typed + "\".");
            assertThat(refused.nextStep())
                    .startsWith("Did you mean " + meant + "? Available settings: functions, memory, ");
        });
    }

    @Test
    void unrecognizableNameIsAnsweredWithAllNames() {
        assertThatThrownBy(() -> SETTINGS.byKey("bananas"))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.nextStep()).startsWith("Available settings: functions, "));
    }

    @Test
    void settingOfOtherWorkloadIsRejected() {
        assertThatThrownBy(() -> SETTINGS.apply(S3, List.of("streams=4")))
                .isInstanceOf(SettingException.class)
                .hasMessage("Setting \"streams\" does not apply to s3-download.");
    }

    @Test
    void duplicateSettingIsRejected() {
        assertThatThrownBy(() -> SETTINGS.apply(IPERF3, List.of("functions=1", " functions = 2")))
                .isInstanceOf(SettingException.class)
                .hasMessage("Setting \"functions\" is specified twice.");
    }

    @Test
    void settingWithoutValueIsRejected() {
        assertThatThrownBy(() -> SETTINGS.apply(IPERF3, List.of("functions")))
                .isInstanceOf(SettingException.class)
                .hasMessage("Setting \"functions\" has no value.");
    }

    @Test
    void spacesAroundNamesAndValuesMeanNothing() throws SettingException {
        ExperimentPlan plan =
                SETTINGS.apply(IPERF3, List.of(" functions = 1, 4 ,16 ", "direction= Upload", "hostLink = 1Gbit "));
        assertThat(plan.factors().functions()).containsExactly(1, 4, 16);
        assertThat(plan.factors().directions()).containsExactly(Direction.UPLOAD);
        assertThat(Setting.HOST_LINK.read(plan)).isEqualTo("1Gbit");
    }

    @Test
    void severalSettingsChangeOnePlan() throws SettingException {
        ExperimentPlan plan = SETTINGS.apply(IPERF3, Map.of("seconds", "30", "congestion", "bbr", "pause", "5"));
        assertThat(Setting.of(plan))
                .containsEntry("seconds", "30")
                .containsEntry("congestion", "bbr")
                .containsEntry("pause", "5");
    }

    private static List<Setting> settings() {
        return SETTINGS.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settingAcceptsValueThatItReads(Setting setting) throws Exception {
        for (Preset preset : PRESETS.all()) {
            if (setting.appliesTo(preset.plan().type())) {
                assertThat(setting.write(preset.plan(), setting.read(preset.plan())))
                        .isEqualTo(preset.plan());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            functions  | 1,4,16
            memory     | 128,1769,10240
            direction  | download,upload
            seconds    | 900
            streams    | 1,128
            omit       | 60
            congestion | bbr
            intervalMs | 250
            link       | 625Mbit
            hosts      | 4
            hostLink   | 1Gbit
            repeats    | 3
            pause      | 600
            order      | listed
            seed       | 999999999
            ciWidth    | 2.5%
            ciWidth    | off
            direction  | both
            """)
    void aWrittenValueIsReadBack(String name, String value) throws SettingException {
        assertThat(SETTINGS.byKey(name).read(SETTINGS.apply(IPERF3, Map.of(name, value))))
                .isEqualTo(value);
    }

    @Test
    void aListOfS3SizesIsReadBack() throws SettingException {
        ExperimentPlan plan =
                SETTINGS.apply(S3, List.of("objectMiB=64,1024,10MB,1500001B", "connections=1,8", "partMiB=16"));
        assertThat(Setting.of(plan))
                .containsEntry("objectMiB", "64,1024,10MB,1500001B")
                .containsEntry("connections", "1,8")
                .containsEntry("partMiB", "16")
                .doesNotContainKey("seconds");
    }

    private static ExperimentPlan plan(String preset) {
        return PRESETS.all().stream()
                .filter(each -> each.name().equals(preset))
                .findFirst()
                .orElseThrow()
                .plan();
    }
}
