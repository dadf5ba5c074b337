package org.faasnetlab.analysis.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The JSON files in the package of this class. An invalid file is a defect of the program. */
public final class BundledJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private BundledJson() {}

    public static JsonNode read(String name) {
        try (InputStream file = Objects.requireNonNull(BundledJson.class.getResourceAsStream(name), name)) {
            return JSON.readTree(file);
        } catch (IOException damaged) {
            throw new UncheckedIOException("cannot read " + name, damaged);
        }
    }

    public static <T> T as(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException("not a " + type.getSimpleName() + ": " + node, wrong);
        }
    }
}
