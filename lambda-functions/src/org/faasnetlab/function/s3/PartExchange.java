package org.faasnetlab.function.s3;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.task.TaskException;

/** Moves one part in one request. */
interface PartExchange {

    /** Where the part's request goes. */
    URI url(Part part);

    /** An unconnected socket, set up for this direction. */
    Socket socket() throws IOException;

    /**
     * Moves the part.
     *
     * @return whether the connection can carry another request
     * @throws IOException if the connection breaks
     * @throws TaskException if S3 refuses
     */
    boolean move(Part part, HttpConnection connection, TransferProgress progress) throws IOException, TaskException;
}
