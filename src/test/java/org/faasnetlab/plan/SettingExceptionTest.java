package org.faasnetlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.faasnetlab.format.Phrase;
import org.faasnetlab.testing.plan.ProgramPresets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingExceptionTest {
    private static final Phrase.Language OTHER =
            key -> key.startsWith("expected") ? key.replace("expected", "XX") : null;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "functions | 0 | Invalid value functions=0: expected 1 to 10000.",
                "functions | x | Invalid value functions=x: expected a whole number from 1 to 10000.",
                "direction | x | Invalid value direction=x: expected download, upload, or both.",
                "direction | upload,x | Invalid value direction=upload,x: expected download, upload, or both, not \"x\".",
                "order     | x | Invalid value order=x: expected shuffled, listed, or alternating.",
                "hostLink  | x | Invalid value hostLink=x: expected a bandwidth such as 625Mbit or 5Gbit.",
                "loss      | x | Invalid value loss=x: expected a loss of 0% to 50%, such as 0.1%.",
                "ciWidth   | x | Invalid value ciWidth=x: expected a percentage such as 5%, or off."
            })
    void reasonOfAnInvalidValueIsInTheLanguageOfTheWindow(String setting, String value, String english)
            throws Exception {
        ExperimentPlan plan = ProgramPresets.PRESETS.byName("iperf3-single").plan();
        SettingException refused = catchThrowableOfType(
                SettingException.class,
                () -> ProgramPresets.PRESETS.settings().byKey(setting).write(plan, value));

        assertThat(refused).hasMessage(english);
        assertThat(refused.sentence().in(OTHER)).contains("XX").doesNotContain("expected");
    }
}
