package org.faasnetlab.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPreferencesTest {
    @TempDir
    Path folder;

    @Test
    void everyChangeIsStored() {
        Path file = folder.resolve("preferences.json");
        UserPreferences preferences = new UserPreferences(file);
        assertThat(preferences.unit().get()).isEqualTo(BandwidthUnit.AUTOMATIC);
        assertThat(preferences.notifications().get()).isTrue();

        preferences.unit().set(BandwidthUnit.MEGABYTE);
        preferences.notifications().set(false);
        preferences.language().set(Language.KOREAN);
        preferences.listShare().set(0.35);

        UserPreferences read = new UserPreferences(file);
        assertThat(read.unit().get()).isEqualTo(BandwidthUnit.MEGABYTE);
        assertThat(read.notifications().get()).isFalse();
        assertThat(read.language().get()).isEqualTo(Language.KOREAN);
        assertThat(read.listShare().get()).isEqualTo(0.35);
    }

    @Test
    void whatAnEarlierVersionDidNotStoreIsTheDefault() throws IOException {
        Path file = Files.writeString(
                folder.resolve("preferences.json"), "{\"unit\":\"MEGABYTE\",\"notifications\":false}");

        UserPreferences read = new UserPreferences(file);

        assertThat(read.unit().get()).isEqualTo(BandwidthUnit.MEGABYTE);
        assertThat(read.notifications().get()).isFalse();
        assertThat(read.language().get()).isEqualTo(Language.SYSTEM);
        assertThat(read.listShare().get()).isEqualTo(0.24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-0.1", "1.1"})
    void aShareThatNoScreenHasIsTheDefault(String share) throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), "{\"listShare\":" + share + "}");

        assertThat(new UserPreferences(file).listShare().get()).isEqualTo(0.24);
    }

    @Test
    void aFileOfAnotherVersionGivesTheDefaults() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), "{\"unit\":\"BAUD\"}");

        assertThat(new UserPreferences(file).unit().get()).isEqualTo(BandwidthUnit.AUTOMATIC);
    }
}
