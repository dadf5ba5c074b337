package org.faasnetlab.ui;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the window's settings in a file. Losing them does no harm: a file that cannot be read gives the defaults, one
 * that cannot be written is left, and the log says so.
 */
final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    SettingsFile(Path file) {
        this.file = file;
    }

    WindowSettings read() {
        try {
            return json.readValue(Files.readAllBytes(file), WindowSettings.class)
                    .withinLimits();
        } catch (NoSuchFileException firstStart) {
            return WindowSettings.DEFAULTS;
        } catch (JacksonException broken) {
            LOG.warn("The settings in {} cannot be understood; the defaults are used.", file, broken);
            return WindowSettings.DEFAULTS;
        } catch (IOException unreadable) {
            LOG.warn("The settings in {} cannot be read; the defaults are used.", file, unreadable);
            return WindowSettings.DEFAULTS;
        }
    }

    /** Writes beside the file and moves into its place, so that there is never half a file. */
    void write(WindowSettings settings) {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(beside, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(settings));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            LOG.warn("The settings cannot be written to {}.", file, unwritable);
        }
    }
}
