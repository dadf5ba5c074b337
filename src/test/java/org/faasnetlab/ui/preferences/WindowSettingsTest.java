package org.faasnetlab.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSettingsTest {
    @TempDir
    Path folder;

    @Test
    void writtenFileIsReadBackWithoutLeftovers() {
        Path file = folder.resolve("new").resolve("window.json");
        WindowSettings dark = new WindowSettings(Theme.DARK, 1200, 800, true, 40.0, 60.0);

        WindowSettings.in(file).write(dark);

        assertThat(WindowSettings.in(file).read()).isEqualTo(dark);
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void withoutAFileTheDefaultsAreUsed() {
        assertThat(WindowSettings.in(folder.resolve("none.json")).read()).isEqualTo(WindowSettings.DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "null",
                "{\"theme\":\"PINK\",\"width\":1200,\"height\":800,\"maximized\":false}"
            })
    void aFileThatCannotBeUnderstoodGivesTheDefaults(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("window.json"), text);

        assertThat(WindowSettings.in(file).read()).isEqualTo(WindowSettings.DEFAULTS);
    }

    @Test
    void aWindowIsNeverSmallerThanItMayBe() throws Exception {
        Path file = Files.writeString(
                folder.resolve("window.json"),
                "{\"theme\":\"LIGHT\",\"width\":10,\"height\":10,\"maximized\":false,\"later\":1}");

        assertThat(WindowSettings.in(file).read()).isEqualTo(new WindowSettings(Theme.LIGHT, 1024, 640, false));
    }

    @Test
    void aWindowFitsOnTheScreenWithItsFrame() {
        assertThat(WindowSettings.DEFAULTS.widthOn(1920, 48)).isEqualTo(1440);
        assertThat(WindowSettings.DEFAULTS.widthOn(1280, 48)).isEqualTo(1232);
        assertThat(WindowSettings.DEFAULTS.heightOn(720, 48)).isEqualTo(672);
    }

    @Test
    void aWindowTakesTheWholeOfASmallScreen() {
        assertThat(WindowSettings.DEFAULTS.widthOn(1024, 48)).isEqualTo(1024);
        assertThat(WindowSettings.DEFAULTS.widthOn(800, 48)).isEqualTo(800);
        assertThat(WindowSettings.DEFAULTS.heightOn(660, 48)).isEqualTo(640);
        assertThat(WindowSettings.DEFAULTS.heightOn(600, 48)).isEqualTo(600);
    }
}
