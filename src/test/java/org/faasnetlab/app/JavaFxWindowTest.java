package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaFxWindowTest {
    private static JavaFxWindow window(String system, Map<String, String> environment) {
        return new JavaFxWindow(() -> AppDirectories.under(Path.of("unused")), Path.of("unused"), system, environment);
    }

    @Test
    void missingDisplayOnLinuxSuggestsCommandLine() {
        JavaFxWindow window = window("Linux", Map.of("DISPLAY", ""));

        assertThatExceptionOfType(LabException.class)
                .isThrownBy(window::requireDisplay)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(LabException.Kind.UNAVAILABLE))
                .satisfies(failure -> assertThat(failure.nextStep()).contains("faasnetlab run --preset iperf3-single"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISPLAY", "WAYLAND_DISPLAY"})
    void eitherVariableNamesADisplay(String variable) {
        assertThatCode(window("Linux", Map.of(variable, ":0"))::requireDisplay).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X", "Windows 11"})
    void otherSystemsHaveADisplayWithoutVariables(String system) {
        assertThatCode(window(system, Map.of())::requireDisplay).doesNotThrowAnyException();
    }
}
