package org.faasnetlab.store.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Converts names with values to and from a JSON object. */
final class NamedValuesJson {
    private final ObjectMapper json = new ObjectMapper();

    String write(SortedMap<String, String> values) throws SQLException {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new SQLException("Names and values cannot be written as JSON", impossible);
        }
    }

    SortedMap<String, String> read(String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new SQLException("Corrupt names and values: " + text, damaged);
        }
    }
}
