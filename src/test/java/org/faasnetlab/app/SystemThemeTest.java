package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemThemeTest {
    @ParameterizedTest
    @ValueSource(strings = {"'prefer-dark'\n", "Dark\n", "    AppsUseLightTheme    REG_DWORD    0x0\r\n\r\n"})
    void darkIsUnderstoodFromEachSystem(String output) {
        assertThat(SystemTheme.saysDark(output)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'default'\n", "'prefer-light'", "    AppsUseLightTheme    REG_DWORD    0x1\r\n"})
    void everythingElseIsLight(String output) {
        assertThat(SystemTheme.saysDark(output)).isFalse();
    }

    @Test
    void theVariableOfGtkComesFirst() {
        assertThat(new SystemTheme("Linux", Map.of("GTK_THEME", "Adwaita:dark")).isDark())
                .isTrue();
        assertThat(new SystemTheme("Linux", Map.of("GTK_THEME", "Adwaita")).isDark())
                .isFalse();
    }
}
