package org.faasnetlab.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * When the functions of a trial start, for functions that await it until all are ready.
 *
 * @param startAtEpochMs T0, milliseconds since 1970
 * @param deadlineEpochMs latest time at which the function stops, milliseconds since 1970, after T0
 */
public record StartTime(long startAtEpochMs, long deadlineEpochMs) {
    public StartTime {
        if (deadlineEpochMs <= startAtEpochMs) {
            throw new IllegalArgumentException("the deadline must be after T0");
        }
    }

    public String toJson() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonFields.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("startAtEpochMs", startAtEpochMs);
            json.writeNumberField("deadlineEpochMs", deadlineEpochMs);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return out.toString();
    }

    /**
     * Parses the text form of a start time.
     *
     * @throws ProtocolException if the text is not a start time
     */
    public static StartTime parse(String text) throws ProtocolException {
        JsonFields fields = JsonFields.parse(text);
        try {
            return new StartTime(fields.number("startAtEpochMs"), fields.number("deadlineEpochMs"));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()), e);
        }
    }
}
