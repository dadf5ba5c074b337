package org.faasnetlab.ui.shell;

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
 * Stores data of the window in a JSON file. Its loss is harmless: if the file cannot be read, the default is used; if
 * it cannot be written, it is left unchanged; both are logged.
 */
final class JsonFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

    private final Path file;
    private final Class<T> type;
    private final T without;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param without the default if there is no file */
    JsonFile(Path file, Class<T> type, T without) {
        this.file = file;
        this.type = type;
        this.without = without;
    }

    T read() {
        try {
            return json.readValue(Files.readAllBytes(file), type);
        } catch (NoSuchFileException firstStart) {
            return without;
        } catch (JacksonException broken) {
            LOG.warn("Cannot parse {}; starting without it", file, broken);
            return without;
        } catch (IOException unreadable) {
            LOG.warn("Cannot read {}; starting without it", file, unreadable);
            return without;
        }
    }

    /** Writes a temporary file and moves it into place, so that the file is never incomplete. */
    void write(T content) {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(beside, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            LOG.warn("Cannot write {}", file, unwritable);
        }
    }
}
