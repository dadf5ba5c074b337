package org.faasnetlab.function.s3;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.http.HttpEndpoint;
import org.faasnetlab.function.s3.PartQueue.Part;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;
import org.jspecify.annotations.Nullable;

/** One connection of a transfer: transfers parts until none is left. */
final class PartLoop implements Callable<Void> {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final PartQueue parts;
    private final PartExchange exchange;
    private final TransferProgress progress;
    private final StopSignal stop;

    PartLoop(PartQueue parts, PartExchange exchange, TransferProgress progress, StopSignal stop) {
        this.parts = parts;
        this.exchange = exchange;
        this.progress = progress;
        this.stop = stop;
    }

    /** Transfers parts until none is left; the stop signal closes the connection. */
    @Override
    public @Nullable Void call() throws TaskException {
        Part part = parts.next();
        while (part != null) {
            part = overOneConnection(part);
        }
        return null;
    }

    /**
     * Transfers parts until the server closes the connection; returns the part that needs a new connection, or null.
     */
    private @Nullable Part overOneConnection(Part first) throws TaskException {
        HttpEndpoint endpoint = HttpEndpoint.of(exchange.url(first));
        try (HttpConnection connection = connect(endpoint);
                StopSignal.Registration registration = stop.onStop(() -> closeNow(connection))) {
            Part part = first;
            while (part != null && HttpEndpoint.of(exchange.url(part)).equals(endpoint)) {
                boolean reusable = exchange.move(part, connection, progress);
                part = parts.next();
                if (!reusable) {
                    break;
                }
            }
            return part;
        } catch (IOException e) {
            throw new TaskException(
                    FailureReason.TRANSFER_BROKEN, "The connection was lost: " + e.getMessage() + ".", true, e);
        }
    }

    private HttpConnection connect(HttpEndpoint endpoint) throws TaskException {
        try {
            return HttpConnection.open(endpoint, CONNECT_TIMEOUT, exchange.socket());
        } catch (IOException e) {
            throw new TaskException(
                    FailureReason.CONNECT_FAILED,
                    "No connection to " + endpoint.authority() + ": " + e.getMessage() + ".",
                    true,
                    e);
        }
    }

    private static void closeNow(HttpConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // Ignore: the thread that uses the connection notices that it is closed.
        }
    }
}
