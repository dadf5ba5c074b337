package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class DisplayedWindowTest {
    private final List<Lab> shown = new ArrayList<>();

    @Test
    void missingDisplayOnLinuxSuggestsCommandLine() {
        DisplayedWindow window = new DisplayedWindow(shown::add, "Linux", Map.of("DISPLAY", ""));

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(window::requireDisplay)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(LabException.Kind.UNAVAILABLE))
                .satisfies(failure -> assertThat(failure.nextStep()).contains("faasnetlab run --preset iperf3-single"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISPLAY", "WAYLAND_DISPLAY"})
    void withADisplayTheWindowIsShown(String variable) throws Exception {
        DisplayedWindow window = new DisplayedWindow(shown::add, "Linux", Map.of(variable, ":0"));
        Lab lab = Mockito.mock(Lab.class);

        window.requireDisplay();
        window.show(lab);

        assertThat(shown).containsExactly(lab);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X", "Windows 11"})
    void otherSystemsHaveADisplayWithoutVariables(String system) {
        assertThatCode(new DisplayedWindow(shown::add, system, Map.of())::requireDisplay)
                .doesNotThrowAnyException();
    }
}
