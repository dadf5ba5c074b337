package org.faasnetlab.function.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * An unexpected error in the format of the Lambda Runtime API.
 *
 * @param type {@code category.reason}
 * @param message what happened
 */
public record FunctionError(String type, String message) {

    public static FunctionError of(Throwable unexpected) {
        String simpleName = unexpected.getClass().getSimpleName();
        return new FunctionError("Function." + simpleName, String.valueOf(unexpected.getMessage()));
    }

    String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("errorMessage", message);
            json.writeStringField("errorType", type);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return out.toString();
    }
}
