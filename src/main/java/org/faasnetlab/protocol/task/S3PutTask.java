package org.faasnetlab.protocol.task;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;

/**
 * Send one object to S3 over plain HTTP(S): as one PUT, or as the parts of a multipart upload that the app has
 * started and will complete.
 *
 * @param partUrls presigned PUT of each part in order; a single one is a plain PUT of the whole object
 * @param bytes size of the object, at least 1
 * @param connections concurrent connections, 1 to 64
 * @param partBytes size of one part; the last may be shorter
 * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
 */
public record S3PutTask(List<URI> partUrls, long bytes, int connections, long partBytes, int intervalMs)
        implements Task {
    public static final TaskType<S3PutTask> TYPE = new TaskType<>() {
        @Override
        public String id() {
            return "s3-put";
        }

        @Override
        public S3PutTask read(JsonFields fields) throws ProtocolException {
            return new S3PutTask(
                    fields.uris("partUrls"),
                    fields.number("bytes"),
                    fields.integer("connections"),
                    fields.number("partBytes"),
                    fields.integer("intervalMs"));
        }
    };

    @Override
    public TaskType<S3PutTask> type() {
        return TYPE;
    }

    public S3PutTask {
        S3GetTask.checkTransfer(bytes, connections, partBytes, intervalMs);
        partUrls = List.copyOf(partUrls);
        long parts = (bytes + partBytes - 1) / partBytes;
        TaskChecks.require(partUrls.size() == parts, parts + " parts require as many URLs, not " + partUrls.size());
    }

    @Override
    public void writeFields(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("partUrls");
        for (URI url : partUrls) {
            json.writeString(url.toString());
        }
        json.writeEndArray();
        S3GetTask.writeTransfer(json, bytes, connections, partBytes, intervalMs);
    }
}
