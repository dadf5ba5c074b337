package org.faasnetlab.testbed.local.network;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections at one address and carries each to another. Either may be a socket in the file system, which reaches
 * across network namespaces. Uses no other class of this program, because it also runs in other processes.
 */
public final class SocketForwarder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketForwarder.class);
    private static final int BUFFER_BYTES = 16 << 10;

    private final ServerSocketChannel listener;
    private final SocketAddress target;
    private final Executor executor;

    private SocketForwarder(ServerSocketChannel listener, SocketAddress target, Executor executor) {
        this.listener = listener;
        this.target = target;
        this.executor = executor;
    }

    /**
     * Listens.
     *
     * @param executor carries each connection on two threads
     */
    public static SocketForwarder open(SocketAddress address, SocketAddress target, Executor executor)
            throws IOException {
        ServerSocketChannel listener = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        try {
            listener.bind(address);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        SocketForwarder forwarder = new SocketForwarder(listener, target, executor);
        executor.execute(forwarder::accept);
        return forwarder;
    }

    /** The address at which it listens, with the port that the system chose. */
    public SocketAddress address() throws IOException {
        return listener.getLocalAddress();
    }

    private void accept() {
        try {
            while (true) {
                carry(listener.accept());
            }
        } catch (AsynchronousCloseException e) {
            LOG.debug("No more connections to {} are accepted", target);
        } catch (IOException e) {
            LOG.warn("No more connections to {} can be accepted", target, e);
        }
    }

    private void carry(SocketChannel client) throws IOException {
        SocketChannel server;
        try {
            server = SocketChannel.open(target);
        } catch (IOException e) {
            LOG.warn("{} is not reachable", target, e);
            client.close();
            return;
        }
        executor.execute(() -> copy(client, server));
        executor.execute(() -> copy(server, client));
    }

    /** The end of one direction closes the other: a request has ended when its response has. */
    private static void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try (from;
                to) {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        } catch (IOException e) {
            LOG.debug("A forwarded connection was closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
