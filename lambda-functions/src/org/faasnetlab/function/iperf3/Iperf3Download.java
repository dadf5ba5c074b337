package org.faasnetlab.function.iperf3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.http.HttpEndpoint;
import org.faasnetlab.function.http.HttpResponse;
import org.faasnetlab.function.http.S3ErrorResponse;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;

/** Downloads the iperf3 build of the servers and unpacks it into a directory of this sandbox. */
final class Iperf3Download {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    /** S3 may throttle hundreds of functions that fetch the same object concurrently. */
    private static final int TRIES = 3;

    private static final long PAUSE_MS = 300;

    private final Path temporary;

    /** @param temporary an existing directory; the download goes into a new subdirectory */
    Iperf3Download(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * @param url presigned GET of the zip
     * @return the program
     * @throws TaskException if it is unavailable; the message omits the URL, whose signature is a secret
     */
    Path fetch(URI url) throws TaskException, InterruptedException {
        for (int left = TRIES - 1; ; left--) {
            try {
                return fetchOnce(url);
            } catch (TaskException e) {
                if (!e.retryable() || left == 0) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private Path fetchOnce(URI url) throws TaskException {
        try (HttpConnection connection = HttpConnection.open(HttpEndpoint.of(url), CONNECT_TIMEOUT)) {
            connection.readTimeout(READ_TIMEOUT);
            connection.sendHead(
                    HttpEndpoint.requestLine("GET", url), HttpEndpoint.hostHeader(url), "Connection: close");
            HttpResponse response = connection.readResponse();
            if (!response.successful()) {
                throw S3ErrorResponse.of(response);
            }
            Path folder = Files.createTempDirectory(temporary, "iperf3-");
            folder.toFile().deleteOnExit();
            return Iperf3PackageUnpacker.unpack(response.body(), folder);
        } catch (IllegalArgumentException e) {
            throw new TaskException(
                    FailureReason.BAD_REQUEST, "Invalid iperf3 download URL: " + e.getMessage() + ".", false);
        } catch (IOException e) {
            throw new TaskException(
                    FailureReason.IPERF3_UNAVAILABLE,
                    "Cannot download the iperf3 of the servers: " + e.getMessage() + ".",
                    true,
                    e);
        }
    }
}
