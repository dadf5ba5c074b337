package org.faasnetlab.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a JSON document that may not be known. */
final class JsonValues {
    private JsonValues() {}

    static void writeNumber(JsonGenerator to, String name, @Nullable Long value) throws IOException {
        if (value == null) {
            to.writeNullField(name);
        } else {
            to.writeNumberField(name, value);
        }
    }

    static void writeBoolean(JsonGenerator to, String name, @Nullable Boolean value) throws IOException {
        if (value == null) {
            to.writeNullField(name);
        } else {
            to.writeBooleanField(name, value);
        }
    }

    static void writeDecimal(JsonGenerator to, String name, @Nullable BigDecimal value) throws IOException {
        if (value == null) {
            to.writeNullField(name);
        } else {
            to.writeFieldName(name);
            to.writeNumber(value.toPlainString());
        }
    }

    /** A share from 0 to 1, to four decimals. */
    static void writeShare(JsonGenerator to, String name, @Nullable Double share) throws IOException {
        writeDecimal(to, name, ExportNumbers.share(share));
    }

    /** Names with values of {@link FindingsJson}. */
    static void writeTree(JsonGenerator to, String name, @Nullable Object value) throws IOException {
        to.writeFieldName(name);
        writeValue(to, value);
    }

    private static void writeValue(JsonGenerator to, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> names) {
            to.writeStartObject();
            for (Map.Entry<?, ?> one : names.entrySet()) {
                writeTree(to, String.valueOf(one.getKey()), one.getValue());
            }
            to.writeEndObject();
        } else if (value instanceof List<?> list) {
            to.writeStartArray();
            for (Object one : list) {
                writeValue(to, one);
            }
            to.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            to.writeNumber(number.toPlainString());
        } else {
            to.writePOJO(value);
        }
    }
}
