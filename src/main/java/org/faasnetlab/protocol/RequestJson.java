package org.faasnetlab.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

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
            json.writeObjectFieldStart("task");
            writeTask(json, request.task());
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return out.toString();
    }

    private static void writeTask(JsonGenerator json, Task task) throws IOException {
        task.accept(new TaskWriters()).write(json);
    }

    private interface TaskWriter {
        void write(JsonGenerator json) throws IOException;
    }

    private static final class TaskWriters implements Task.Handler<TaskWriter> {
        @Override
        public TaskWriter on(Task.Probe task) {
            return json -> json.writeStringField("type", "probe");
        }

        @Override
        public TaskWriter on(Task.Iperf3 task) {
            return json -> {
                json.writeStringField("type", "iperf3");
                json.writeStringField("host", task.host());
                json.writeNumberField("port", task.port());
                json.writeStringField("direction", task.direction().word());
                json.writeNumberField("seconds", task.seconds());
                json.writeNumberField("streams", task.streams());
                json.writeNumberField("intervalMs", task.intervalMs());
                json.writeNumberField("omitSeconds", task.omitSeconds());
                if (task.congestion() != null) {
                    json.writeStringField("congestion", task.congestion());
                }
                if (task.windowBytes() != null) {
                    json.writeNumberField("windowBytes", task.windowBytes());
                }
                writeAccess(json, task.programUrl(), task.login());
            };
        }

        @Override
        public TaskWriter on(Task.S3Get task) {
            return json -> {
                json.writeStringField("type", "s3-get");
                json.writeStringField("url", task.url().toString());
                writeTransfer(json, task.bytes(), task.connections(), task.partBytes(), task.intervalMs());
            };
        }

        @Override
        public TaskWriter on(Task.S3Put task) {
            return json -> {
                json.writeStringField("type", "s3-put");
                json.writeArrayFieldStart("partUrls");
                for (URI url : task.partUrls()) {
                    json.writeString(url.toString());
                }
                json.writeEndArray();
                writeTransfer(json, task.bytes(), task.connections(), task.partBytes(), task.intervalMs());
            };
        }
    }

    private static void writeAccess(JsonGenerator json, @Nullable URI programUrl, Task.@Nullable Login login)
            throws IOException {
        if (programUrl != null) {
            json.writeStringField("programUrl", programUrl.toString());
        }
        if (login != null) {
            json.writeStringField("user", login.user());
            json.writeStringField("publicKey", login.publicKey());
        }
    }

    private static void writeTransfer(JsonGenerator json, long bytes, int connections, long partBytes, int intervalMs)
            throws IOException {
        json.writeNumberField("bytes", bytes);
        json.writeNumberField("connections", connections);
        json.writeNumberField("partBytes", partBytes);
        json.writeNumberField("intervalMs", intervalMs);
    }

    /** @throws ProtocolException if the text is not an event of this version, or a value is out of its range */
    public static FunctionRequest read(String json) throws ProtocolException {
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
                    readTask(fields.fields("task")));
        } catch (IllegalArgumentException e) {
            throw new ProtocolException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Task readTask(JsonFields fields) throws ProtocolException {
        String type = fields.text("type");
        return switch (type) {
            case "probe" -> new Task.Probe();
            case "iperf3" ->
                new Task.Iperf3(
                        fields.text("host"),
                        fields.integer("port"),
                        Direction.parse(fields.text("direction")),
                        fields.integer("seconds"),
                        fields.integer("streams"),
                        fields.integer("intervalMs"),
                        fields.integer("omitSeconds"),
                        fields.optionalText("congestion"),
                        fields.optionalInteger("windowBytes"),
                        optionalUri(fields, "programUrl"),
                        login(fields));
            case "s3-get" ->
                new Task.S3Get(
                        uri(fields.text("url")),
                        fields.number("bytes"),
                        fields.integer("connections"),
                        fields.number("partBytes"),
                        fields.integer("intervalMs"));
            case "s3-put" ->
                new Task.S3Put(
                        uris(fields.texts("partUrls")),
                        fields.number("bytes"),
                        fields.integer("connections"),
                        fields.number("partBytes"),
                        fields.integer("intervalMs"));
            default -> throw new ProtocolException("unknown task '" + type + "'");
        };
    }

    private static @Nullable URI optionalUri(JsonFields fields, String name) throws ProtocolException {
        String text = fields.optionalText(name);
        return text == null ? null : uri(text);
    }

    private static Task.@Nullable Login login(JsonFields fields) throws ProtocolException {
        String user = fields.optionalText("user");
        return user == null ? null : new Task.Login(user, fields.text("publicKey"));
    }

    private static List<URI> uris(List<String> texts) throws ProtocolException {
        List<URI> uris = new ArrayList<>();
        for (String text : texts) {
            uris.add(uri(text));
        }
        return uris;
    }

    // Not URI.create: its exception message, which would become a record, contains the URL with its secret signature.
    private static URI uri(String text) throws ProtocolException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new ProtocolException("invalid URL at character " + e.getIndex());
        }
    }
}
