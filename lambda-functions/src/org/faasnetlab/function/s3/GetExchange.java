package org.faasnetlab.function.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.http.HttpEndpoint;
import org.faasnetlab.function.http.HttpResponse;
import org.faasnetlab.function.http.S3ErrorResponse;
import org.faasnetlab.function.s3.PartQueue.Part;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.protocol.FailureReason;

/** Fetches a part by a Range request and counts its bytes as they are read. */
final class GetExchange implements PartExchange {
    private static final int READ_BYTES = 128 * 1024;

    private final URI url;
    private final long objectBytes;
    private final ThreadLocal<byte[]> buffer = ThreadLocal.withInitial(() -> new byte[READ_BYTES]);

    GetExchange(URI url, long objectBytes) {
        this.url = url;
        this.objectBytes = objectBytes;
    }

    @Override
    public URI url(Part part) {
        return url;
    }

    @Override
    public Socket socket() {
        return new Socket();
    }

    @Override
    public boolean move(Part part, HttpConnection connection, TransferProgress progress)
            throws IOException, TaskException {
        progress.requestBegins();
        connection.sendHead(
                HttpEndpoint.requestLine("GET", url),
                HttpEndpoint.hostHeader(url),
                "Range: bytes=" + part.offset() + "-" + (part.offset() + part.length() - 1));
        HttpResponse response = connection.readResponse();
        boolean wholeObject = response.status() == 200 && part.length() == objectBytes;
        if (response.status() == 200 && !wholeObject) {
            throw new TaskException(
                    FailureReason.HTTP_STATUS,
                    "The server sent the whole object instead of the requested range.",
                    false);
        }
        if (response.status() != 206 && !wholeObject) {
            throw S3ErrorResponse.of(response);
        }
        read(part, response.body(), progress);
        progress.partDone(part);
        return !response.lastOnConnection();
    }

    private void read(Part part, InputStream body, TransferProgress progress) throws IOException, TaskException {
        byte[] into = buffer.get();
        long got = 0;
        for (int read = body.read(into); read >= 0; read = body.read(into)) {
            progress.firstByte();
            progress.moved(read);
            got += read;
        }
        if (got != part.length()) {
            throw new TaskException(
                    FailureReason.TRANSFER_BROKEN,
                    "A part of " + part.length() + " bytes was received with " + got + " bytes.",
                    true);
        }
    }
}
