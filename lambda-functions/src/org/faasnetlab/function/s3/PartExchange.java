package org.faasnetlab.function.s3;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.s3.PartQueue.Part;
import org.faasnetlab.function.task.TaskException;

/** Transfers one part in one request. */
interface PartExchange {

    /** The URL of the request for a part. */
    URI url(Part part);

    /** Creates an unconnected socket with the options for this direction. */
    Socket socket() throws IOException;

    /**
     * Transfers the part.
     *
     * @return whether the connection can carry another request
     * @throws IOException if the connection breaks
     * @throws TaskException if S3 refuses
     */
    boolean move(Part part, HttpConnection connection, TransferProgress progress) throws IOException, TaskException;
}
