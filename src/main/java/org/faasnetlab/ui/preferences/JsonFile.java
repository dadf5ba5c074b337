package org.faasnetlab.ui.preferences;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.export.AtomicFileWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores data of the window in a JSON file. Its loss is harmless: if the file cannot be read, the default is used; if
 * it cannot be written, it is left unchanged; both are logged.
 */
public final class JsonFile<T> {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

    private final Path file;
    private final Class<T> type;
    private final T defaultContent;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param defaultContent the default if there is no file */
    public JsonFile(Path file, Class<T> type, T defaultContent) {
        this.file = file;
        this.type = type;
        this.defaultContent = defaultContent;
    }

    public T read() {
        try {
            byte[] text = Files.readAllBytes(file);
            T content = json.treeToValue(withDefaults(json.readTree(text)), type);
            return content == null ? defaultContent : content; // JSON has a null of its own
        } catch (NoSuchFileException e) {
            return defaultContent;
        } catch (JacksonException e) {
            LOG.warn("Cannot parse {}; starting without it", file, e);
            return defaultContent;
        } catch (IOException e) {
            LOG.warn("Cannot read {}; starting without it", file, e);
            return defaultContent;
        }
    }

    /** Values that an earlier version did not have are those of the default. */
    private JsonNode withDefaults(JsonNode content) {
        JsonNode defaults = json.valueToTree(defaultContent);
        return content instanceof ObjectNode some && defaults instanceof ObjectNode all ? all.setAll(some) : content;
    }

    /** Replaces the file in one piece, so that it is never incomplete. */
    public void write(T content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFileWriter.write(
                    file, out -> out.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content)));
        } catch (IOException | LabException e) {
            LOG.warn("Cannot write {}", file, e);
        }
    }
}
