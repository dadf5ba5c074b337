package org.faasnetlab.testbed.local.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/** The little JSON that the service itself reads and writes. */
final class JsonText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    /** An object of strings. */
    static String object(SortedMap<String, String> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
    }

    /** Whether the bytes are one JSON value and nothing else. An event can be large, so that no tree is made of it. */
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
