package org.faasnetlab.function.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.http.HttpEndpoint;
import org.faasnetlab.function.http.HttpResponse;
import org.faasnetlab.function.http.S3ErrorResponse;
import org.faasnetlab.function.s3.PartQueue.Part;
import org.faasnetlab.function.task.TaskException;

/**
 * Sends a part of random bytes and counts them as they are written. Written bytes may still be in the send buffer of
 * the socket. By default Linux lets it grow to 4 MB per connection: at 600 Mbit/s the first 100 ms would show 50 % more
 * than was sent. So the buffer is limited to 1 MiB over all connections, but 64 to 256 KiB each, which still allows 2
 * Gbit/s per connection at an RTT of 1 ms.
 */
final class PutExchange implements PartExchange {
    private static final int WRITE_BYTES = 64 * 1024;
    private static final int ALL_BUFFERS_BYTES = 1024 * 1024;
    private static final int MIN_BUFFER_BYTES = 64 * 1024;
    private static final int MAX_BUFFER_BYTES = 256 * 1024;
    private static final Duration LAST_WORD = Duration.ofSeconds(1);

    private final List<URI> partUrls;
    private final byte[] randomBlock;
    private final int sendBufferBytes;

    /** @param randomBlock at least one byte, sent repeatedly; must be incompressible for S3 and the network */
    PutExchange(List<URI> partUrls, int connections, byte[] randomBlock) {
        this.partUrls = partUrls;
        this.randomBlock = randomBlock;
        this.sendBufferBytes = Math.max(MIN_BUFFER_BYTES, Math.min(MAX_BUFFER_BYTES, ALL_BUFFERS_BYTES / connections));
    }

    @Override
    public URI url(Part part) {
        return partUrls.get(Math.toIntExact(part.index()));
    }

    @Override
    public Socket socket() throws IOException {
        Socket socket = new Socket();
        socket.setSendBufferSize(sendBufferBytes);
        return socket;
    }

    @Override
    public boolean move(Part part, HttpConnection connection, TransferProgress progress)
            throws IOException, TaskException {
        URI url = url(part);
        progress.requestBegins();
        try {
            connection.sendHead(
                    HttpEndpoint.requestLine("PUT", url),
                    HttpEndpoint.hostHeader(url),
                    "Content-Length: " + part.length());
            write(part, connection.body(), progress);
        } catch (IOException e) {
            throw refusal(connection, e);
        }
        HttpResponse response = connection.readResponse();
        if (!response.successful()) {
            throw S3ErrorResponse.of(response);
        }
        response.body().readAllBytes();
        progress.partDone(part);
        return !response.lastOnConnection();
    }

    private void write(Part part, OutputStream body, TransferProgress progress) throws IOException {
        int from = 0;
        for (long left = part.length(); left > 0; ) {
            int length = (int) Math.min(left, Math.min(WRITE_BYTES, randomBlock.length - from));
            body.write(randomBlock, from, length);
            progress.moved(length);
            left -= length;
            from = (from + length) % randomBlock.length;
        }
    }

    /**
     * A server that rejects the request responds and closes immediately. Prefer its response to the I/O error, if it
     * can be read.
     */
    private static TaskException refusal(HttpConnection connection, IOException broken) throws IOException {
        try {
            connection.readTimeout(LAST_WORD);
            HttpResponse response = connection.readResponse();
            if (!response.successful()) {
                return S3ErrorResponse.of(response);
            }
        } catch (IOException e) {
            broken.addSuppressed(e);
        }
        throw broken;
    }
}
