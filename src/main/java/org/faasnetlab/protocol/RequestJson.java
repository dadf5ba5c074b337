package org.faasnetlab.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Converts a {@link FunctionRequest} to and from JSON. Unknown fields are ignored. */
public final class RequestJson {
    private RequestJson() {}

    public static String write(FunctionRequest request) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonFields.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", FunctionRequest.VERSION);
            json.writeStringField("run", request.run());
            json.writeNumberField("trial", request.trial());
            json.writeNumberField("worker", request.functionIndex());
            json.writeNumberField("startAtEpochMs", request.startAtEpochMs());
            json.writeNumberField("deadlineEpochMs", request.deadlineEpochMs());
            if (request.awaitStart()) {
                json.writeBooleanField("awaitStart", true);
            }
            json.writeObjectFieldStart("task");
            json.writeStringField("type", request.task().type().id());
            request.task().writeFields(json);
            json.writeEndObject();
            ProbeTarget probe = request.probe();
            if (probe != null) {
                json.writeObjectFieldStart("probe");
                probe.writeFields(json);
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return out.toString();
    }

    /**
     * Reads an event.
     *
     * @param types the types of tasks that the reader knows
     * @throws ProtocolException if the text is not an event of this version, or a value is out of its range
     */
    public static FunctionRequest read(String json, Collection<? extends TaskType<?>> types) throws ProtocolException {
        JsonFields fields = JsonFields.parse(json);
        int version = fields.integer("version");
        if (version != FunctionRequest.VERSION) {
            throw new ProtocolException(
                    "unsupported event version " + version + ": expected " + FunctionRequest.VERSION);
        }
        try {
            return new FunctionRequest(
                    fields.text("run"),
                    fields.integer("trial"),
                    fields.integer("worker"),
                    fields.number("startAtEpochMs"),
                    fields.number("deadlineEpochMs"),
                    fields.optionalFlag("awaitStart"),
                    readTask(fields.fields("task"), types),
                    ProbeTarget.read(fields.optionalFields("probe")));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Task readTask(JsonFields fields, Collection<? extends TaskType<?>> types) throws ProtocolException {
        String id = fields.text("type");
        for (TaskType<?> type : types) {
            if (type.id().equals(id)) {
                return type.read(fields);
            }
        }
        throw new ProtocolException("unknown task '" + id + "'");
    }
}
