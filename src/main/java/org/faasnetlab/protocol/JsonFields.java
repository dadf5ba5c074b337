package org.faasnetlab.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read with jackson-core alone: data binding would double the time a function process
 * needs to start. A field that is missing or of another type is a {@link ProtocolException}; null counts as missing.
 */
public final class JsonFields {
    static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Object> fields;

    private JsonFields(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Parses one JSON object.
     *
     * @throws ProtocolException if the text is not one JSON object
     */
    public static JsonFields parse(String json) throws ProtocolException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ProtocolException("not a JSON object");
            }
            JsonFields read = new JsonFields(object(parser));
            if (parser.nextToken() != null) {
                throw new ProtocolException("text after the JSON object");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new ProtocolException("not JSON: " + e.getOriginalMessage(), e);
        } catch (ProtocolException e) {
            throw e;
        } catch (IOException e) {
            throw new ProtocolException("cannot read JSON from memory", e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            Object value = value(parser, parser.nextToken());
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new ProtocolException("unexpected " + token);
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> values = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            Object value = value(parser, token);
            if (value == null) {
                throw new ProtocolException("null in an array");
            }
            values.add(value);
            token = parser.nextToken();
        }
        return values;
    }

    public String text(String name) throws ProtocolException {
        return require(name, optionalText(name));
    }

    public @Nullable String optionalText(String name) throws ProtocolException {
        return optional(name, String.class);
    }

    public long number(String name) throws ProtocolException {
        return require(name, optionalNumber(name));
    }

    public @Nullable Long optionalNumber(String name) throws ProtocolException {
        return optional(name, Long.class);
    }

    /** A number, with or without a fractional part. */
    public double decimal(String name) throws ProtocolException {
        return require(name, optionalDecimal(name));
    }

    public @Nullable Double optionalDecimal(String name) throws ProtocolException {
        Number number = optional(name, Number.class);
        return number == null ? null : (Double) number.doubleValue();
    }

    public int integer(String name) throws ProtocolException {
        return toInt(name, number(name));
    }

    public @Nullable Integer optionalInteger(String name) throws ProtocolException {
        Long number = optionalNumber(name);
        return number == null ? null : toInt(name, number);
    }

    public boolean flag(String name) throws ProtocolException {
        return require(name, optional(name, Boolean.class));
    }

    /** A boolean; false if it is missing. */
    public boolean optionalFlag(String name) throws ProtocolException {
        return Boolean.TRUE.equals(optional(name, Boolean.class));
    }

    public List<String> texts(String name) throws ProtocolException {
        List<?> values = require(name, optional(name, List.class));
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof String text)) {
                throw new ProtocolException("field '" + name + "' contains a value that is not a string");
            }
            texts.add(text);
        }
        return texts;
    }

    public URI uri(String name) throws ProtocolException {
        return parseUri(text(name));
    }

    public @Nullable URI optionalUri(String name) throws ProtocolException {
        String text = optionalText(name);
        return text == null ? null : parseUri(text);
    }

    public List<URI> uris(String name) throws ProtocolException {
        List<URI> uris = new ArrayList<>();
        for (String text : texts(name)) {
            uris.add(parseUri(text));
        }
        return uris;
    }

    // Not URI.create: its exception message, which would become a record, contains the URL with its secret signature.
    private static URI parseUri(String text) throws ProtocolException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new ProtocolException("invalid URL at character " + e.getIndex());
        }
    }

    /** The numbers of a nested object by name; empty if it is missing. */
    public Map<String, Double> decimals(String name) throws ProtocolException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, Number> entry :
                valuesByName(name, Number.class, "a number").entrySet()) {
            numbers.put(entry.getKey(), entry.getValue().doubleValue());
        }
        return numbers;
    }

    /** The strings of a nested object by name; empty if it is missing. */
    public Map<String, String> textsByName(String name) throws ProtocolException {
        return valuesByName(name, String.class, "a string");
    }

    private <T> Map<String, T> valuesByName(String name, Class<T> type, String what) throws ProtocolException {
        Map<?, ?> nested = optional(name, Map.class);
        if (nested == null) {
            return Map.of();
        }
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : nested.entrySet()) {
            if (!type.isInstance(entry.getValue())) {
                throw new ProtocolException("field '" + name + "' holds something that is not " + what);
            }
            values.put(String.valueOf(entry.getKey()), type.cast(entry.getValue()));
        }
        return values;
    }

    @SuppressWarnings("unchecked") // object() makes maps of this type only
    public JsonFields fields(String name) throws ProtocolException {
        return new JsonFields((Map<String, Object>) require(name, optional(name, Map.class)));
    }

    /** The objects of an array. */
    @SuppressWarnings("unchecked") // object() makes maps of this type only
    public List<JsonFields> list(String name) throws ProtocolException {
        List<JsonFields> objects = new ArrayList<>();
        for (Object value : require(name, optional(name, List.class))) {
            if (!(value instanceof Map<?, ?> object)) {
                throw new ProtocolException("field '" + name + "' contains a value that is not an object");
            }
            objects.add(new JsonFields((Map<String, Object>) object));
        }
        return objects;
    }

    /** A nested object, or null if it is missing. */
    @SuppressWarnings("unchecked") // object() makes maps of this type only
    public @Nullable JsonFields optionalFields(String name) throws ProtocolException {
        Map<String, Object> nested = (Map<String, Object>) optional(name, Map.class);
        return nested == null ? null : new JsonFields(nested);
    }

    private <T> @Nullable T optional(String name, Class<T> type) throws ProtocolException {
        Object value = fields.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new ProtocolException("field '" + name + "' has the wrong type");
        }
        return type.cast(value);
    }

    private static <T> T require(String name, @Nullable T value) throws ProtocolException {
        if (value == null) {
            throw new ProtocolException("field '" + name + "' is missing");
        }
        return value;
    }

    private static int toInt(String name, long number) throws ProtocolException {
        if (number != (int) number) {
            throw new ProtocolException("field '" + name + "' is out of range: " + number);
        }
        return (int) number;
    }
}
