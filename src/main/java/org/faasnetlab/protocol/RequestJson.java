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

/** {@link FunctionRequest} to and from JSON. Fields that this version does not know are passed over. */
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
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write JSON to memory", impossible);
        }
        return out.toString();
    }

    private static void writeTask(JsonGenerator json, Task task) throws IOException {
        if (task instanceof Task.Probe) {
            json.writeStringField("type", "probe");
        } else if (task instanceof Task.Iperf3 iperf3) {
            json.writeStringField("type", "iperf3");
            json.writeStringField("host", iperf3.host());
            json.writeNumberField("port", iperf3.port());
            json.writeStringField("direction", iperf3.direction().word());
            json.writeNumberField("seconds", iperf3.seconds());
            json.writeNumberField("streams", iperf3.streams());
            json.writeNumberField("intervalMs", iperf3.intervalMs());
            json.writeNumberField("omitSeconds", iperf3.omitSeconds());
            if (iperf3.congestion() != null) {
                json.writeStringField("congestion", iperf3.congestion());
            }
            if (iperf3.windowBytes() != null) {
                json.writeNumberField("windowBytes", iperf3.windowBytes());
            }
            writeAccess(json, iperf3.programUrl(), iperf3.login());
        } else if (task instanceof Task.S3Get get) {
            json.writeStringField("type", "s3-get");
            json.writeStringField("url", get.url().toString());
            writeTransfer(json, get.bytes(), get.connections(), get.partBytes(), get.intervalMs());
        } else if (task instanceof Task.S3Put put) {
            json.writeStringField("type", "s3-put");
            json.writeArrayFieldStart("partUrls");
            for (URI url : put.partUrls()) {
                json.writeString(url.toString());
            }
            json.writeEndArray();
            writeTransfer(json, put.bytes(), put.connections(), put.partBytes(), put.intervalMs());
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
        } catch (IllegalArgumentException outOfRange) {
            throw new ProtocolException(String.valueOf(outOfRange.getMessage()), outOfRange);
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

    // Not URI.create: its message repeats the text, whose signature is a secret, and becomes a record.
    private static URI uri(String text) throws ProtocolException {
        try {
            return new URI(text);
        } catch (URISyntaxException notAnAddress) {
            throw new ProtocolException("invalid URL at character " + notAnAddress.getIndex());
        }
    }
}
