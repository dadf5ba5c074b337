package org.faasnetlab.testbed.local.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
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
    private static final int BUFFER_BYTES = 16 << 10;
    private static final String PREFIX = "faasnetlab-runtime-";
    private static final String NAME = "api";

    private final Path folder;
    private final ServerSocketChannel door;
    private final InetSocketAddress target;
    private final Executor executor;

    private RuntimeSocket(Path folder, ServerSocketChannel door, InetSocketAddress target, Executor executor) {
        this.folder = folder;
        this.door = door;
        this.target = target;
        this.executor = executor;
    }

    /**
     * Opens it, and deletes what programs that were killed left of theirs.
     *
     * @param parent a folder with a short path, because the name of a socket has at most 107 bytes
     * @param target the Runtime API
     * @param executor carries each connection on two threads
     */
    public static RuntimeSocket open(Path parent, InetSocketAddress target, Executor executor) throws IOException {
        deleteAbandoned(parent);
        Path folder = Files.createTempDirectory(parent, PREFIX);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            door.bind(UnixDomainSocketAddress.of(folder.resolve(NAME)));
        } catch (IOException e) {
            door.close();
            Files.delete(folder);
            throw e;
        }
        RuntimeSocket socket = new RuntimeSocket(folder, door, target, executor);
        executor.execute(socket::accept);
        return socket;
    }

    /** A socket at which nobody accepts was left by a program that was killed. */
    private static void deleteAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                Path socket = folder.resolve(NAME);
                if (Files.isWritable(folder) && Files.exists(socket) && !accepts(socket)) {
                    Files.deleteIfExists(socket);
                    Files.deleteIfExists(folder);
                }
            }
        }
    }

    private static boolean accepts(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            LOG.debug("Nobody accepts at {}", socket, e);
            return false;
        }
    }

    public Path path() {
        return folder.resolve(NAME);
    }

    private void accept() {
        try {
            while (true) {
                carry(door.accept());
            }
        } catch (AsynchronousCloseException e) {
            LOG.debug("The socket of the Runtime API is closed");
        } catch (IOException e) {
            LOG.warn("The socket of the Runtime API accepts no more connections", e);
        }
    }

    private void carry(SocketChannel function) throws IOException {
        SocketChannel api;
        try {
            api = SocketChannel.open(target);
        } catch (IOException e) {
            LOG.warn("The Runtime API is not reachable", e);
            function.close();
            return;
        }
        executor.execute(() -> copy(function, api));
        executor.execute(() -> copy(api, function));
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
            LOG.debug("A connection to the Runtime API was closed", e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(path());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("Cannot delete {}", folder, e);
        }
    }
}
