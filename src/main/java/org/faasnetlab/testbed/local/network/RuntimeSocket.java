package org.faasnetlab.testbed.local.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket in the file system through which functions in another network namespace reach the Runtime API: loopback is a
 * different one there. Only the user can open its folder.
 */
public final class RuntimeSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeSocket.class);
    private static final String PREFIX = "faasnetlab-runtime-";

    private final SocketFolder folder;
    private final SocketForwarder forwarder;

    private RuntimeSocket(SocketFolder folder, SocketForwarder forwarder) {
        this.folder = folder;
        this.forwarder = forwarder;
    }

    /**
     * Opens it, and deletes what programs that were killed left of theirs.
     *
     * @param parent a folder with a short path, because the name of a socket has at most 107 bytes
     * @param target the Runtime API
     * @param executor carries each connection on two threads
     */
    public static RuntimeSocket open(Path parent, InetSocketAddress target, Executor executor) throws IOException {
        SocketFolder folder = SocketFolder.create(parent, PREFIX);
        try {
            return new RuntimeSocket(
                    folder, SocketForwarder.open(UnixDomainSocketAddress.of(folder.socket()), target, executor));
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    public Path path() {
        return folder.socket();
    }

    @Override
    public void close() {
        try {
            forwarder.close();
        } catch (IOException e) {
            LOG.warn("Cannot close the socket of the Runtime API", e);
        }
        folder.close();
    }
}
