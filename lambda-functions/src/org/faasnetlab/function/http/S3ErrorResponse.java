package org.faasnetlab.function.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;

/** An error response of S3. */
public final class S3ErrorResponse {
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9.]{1,80})</Code>");
    private static final int LIMIT_BYTES = 8 * 1024;

    private S3ErrorResponse() {}

    /** Converts a response to an exception with the S3 error code, if present. Status 5xx and 429 are retryable. */
    public static TaskException of(HttpResponse response) throws IOException {
        String body = new String(response.body().readNBytes(LIMIT_BYTES), StandardCharsets.UTF_8);
        Matcher code = CODE.matcher(body);
        String named = code.find() ? " (" + code.group(1) + ")" : "";
        int status = response.status();
        return new TaskException(
                FailureReason.HTTP_STATUS,
                "S3 returned status " + status + named + ".",
                status >= 500 || status == 429);
    }
}
