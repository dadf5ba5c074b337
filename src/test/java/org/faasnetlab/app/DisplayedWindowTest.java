package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.experiment.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class DisplayedWindowTest {
    private final List<Lab> shown = new ArrayList<>();
    private final Lab lab = Mockito.mock(Lab.class);

    @Test
    void withoutADisplayOnLinuxTheUserIsToldOfTheCommandLine() {
        DisplayedWindow window = new DisplayedWindow(shown::add, "Linux", Map.of("DISPLAY", ""));

        assertThatExceptionOfType(NoDisplayException.class)
                .isThrownBy(() -> window.show(lab))
                .satisfies(failure -> assertThat(failure.nextStep()).contains("faasnetlab run --preset iperf3-single"));
        assertThat(shown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISPLAY", "WAYLAND_DISPLAY"})
    void withADisplayTheWindowIsShown(String variable) throws Exception {
        new DisplayedWindow(shown::add, "Linux", Map.of(variable, ":0")).show(lab);

        assertThat(shown).containsExactly(lab);
    }

    @Test
    void otherSystemsHaveADisplayWithoutVariables() throws Exception {
        new DisplayedWindow(shown::add, "Mac OS X", Map.of()).show(lab);

        assertThat(shown).containsExactly(lab);
    }
}
