package org.faasnetlab.protocol.task;

import static org.faasnetlab.protocol.task.TaskChecks.require;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;

/**
 * Fetch one object from S3 over plain HTTP(S), in ranges over several connections.
 *
 * @param url presigned GET of the object; ranges are requested by the Range header, which is not signed
 * @param bytes size of the object, at least 1
 * @param connections concurrent connections, 1 to 64
 * @param partBytes size of one range; the last may be shorter
 * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
 */
public record S3GetTask(URI url, long bytes, int connections, long partBytes, int intervalMs) implements Task {
    public static final TaskType<S3GetTask> TYPE = new TaskType<>() {
        @Override
        public String id() {
            return "s3-get";
        }

        @Override
        public S3GetTask read(JsonFields fields) throws ProtocolException {
            return new S3GetTask(
                    fields.uri("url"),
                    fields.number("bytes"),
                    fields.integer("connections"),
                    fields.number("partBytes"),
                    fields.integer("intervalMs"));
        }
    };

    @Override
    public TaskType<S3GetTask> type() {
        return TYPE;
    }

    public S3GetTask {
        checkTransfer(bytes, connections, partBytes, intervalMs);
    }

    @Override
    public void writeFields(JsonGenerator json) throws IOException {
        json.writeStringField("url", url.toString());
        writeTransfer(json, bytes, connections, partBytes, intervalMs);
    }

    /** Checks what downloads and uploads have in common. */
    static void checkTransfer(long bytes, int connections, long partBytes, int intervalMs) {
        require(bytes >= 1, "bytes must be at least 1, not " + bytes);
        require(connections >= 1 && connections <= 64, "connections must be 1 to 64, not " + connections);
        require(partBytes >= 1, "partBytes must be at least 1, not " + partBytes);
        require(intervalMs >= MIN_INTERVAL_MS, "intervalMs must be at least 100, not " + intervalMs);
    }

    static void writeTransfer(JsonGenerator json, long bytes, int connections, long partBytes, int intervalMs)
            throws IOException {
        json.writeNumberField("bytes", bytes);
        json.writeNumberField("connections", connections);
        json.writeNumberField("partBytes", partBytes);
        json.writeNumberField("intervalMs", intervalMs);
    }
}
