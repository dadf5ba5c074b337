package org.faasnetlab.testbed.local.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/** Reads and writes the JSON of the service. */
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    /** Formats an object with string values. */
    static String object(SortedMap<String, String> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
    }

    /** Whether the bytes are exactly one JSON value. Does not build a tree, because an event can be large. */
    static boolean isValue(byte[] text) {
        try (JsonParser json = MAPPER.createParser(text)) {
            if (json.nextToken() == null) {
                return false;
            }
            json.skipChildren();
            return json.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
