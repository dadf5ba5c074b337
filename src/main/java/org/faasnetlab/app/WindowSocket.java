package org.faasnetlab.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.process.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Unix domain socket in the data folder, on which the open window takes files from later starts of the program. Only the
 * user can connect to it. A message is a number that identifies the protocol, the number of files and their absolute paths;
 * the answer is one byte. Without such sockets, and in a folder whose path is too long for them, every start opens a window.
 */
final class WindowSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WindowSocket.class);
    static final int PROTOCOL = 0x464e4c31; // "FNL1"
    private static final int MAX_FILES = 1000;
    private static final int ACCEPTED = 1;

    private final Path path;
    private final ServerSocketChannel channel;

    private WindowSocket(Path path, ServerSocketChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Passes files to the window that listens on a socket.
     *
     * @param timeout of the answer
     * @return false if there is no such window
     * @throws LabException if the window does not answer
     */
    static boolean handOver(Path socket, List<Path> files, Duration timeout) throws LabException {
        SocketChannel window;
        try {
            window = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException nobodyListens) {
            LOG.debug("No window listens on {} ({})", socket, nobodyListens.getMessage());
            return false;
        }
        try (window) {
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(window));
            out.writeInt(PROTOCOL);
            out.writeInt(files.size());
            for (Path file : files) {
                out.writeUTF(file.toAbsolutePath().toString());
            }
            out.flush();
            if (isAccepted(window, timeout)) {
                return true;
            }
        } catch (IOException e) {
            throw unresponsive(e);
        }
        throw unresponsive(new SocketTimeoutException("no answer"));
    }

    private static boolean isAccepted(SocketChannel window, Duration timeout) throws IOException {
        window.configureBlocking(false);
        try (Selector answer = Selector.open()) {
            window.register(answer, SelectionKey.OP_READ);
            ByteBuffer read = ByteBuffer.allocate(1);
            return answer.select(timeout.toMillis()) > 0 && window.read(read) == 1 && read.get(0) == ACCEPTED;
        }
    }

    private static LabException unresponsive(IOException cause) {
        return new LabException(
                LabException.Kind.FAILED,
                "Another window of FaaS Network Lab is open, but does not respond.",
                "Close it, or use another data folder with --data.",
                cause);
    }

    /**
     * Listens in the background until it is closed. A socket that an earlier window has left is replaced.
     *
     * @param received called with the files of each message, on another thread
     * @return empty if the system or the path does not allow a socket
     */
    static Optional<WindowSocket> listen(Path socket, Consumer<List<Path>> received) {
        try {
            WindowSocket listening = new WindowSocket(socket, bind(socket));
            PrivateFiles.restrict(socket);
            Thread thread = new Thread(() -> listening.accept(received), "window-socket");
            thread.setDaemon(true);
            thread.start();
            return Optional.of(listening);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Later starts of the program cannot reach this window: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static ServerSocketChannel bind(Path socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            try {
                channel.bind(UnixDomainSocketAddress.of(socket));
            } catch (BindException inUse) {
                deleteLeftover(socket, inUse);
                channel.bind(UnixDomainSocketAddress.of(socket));
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whoever listens on it would have answered before. */
    private static void deleteLeftover(Path socket, BindException inUse) throws IOException {
        BasicFileAttributes is = Files.readAttributes(socket, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!is.isOther()) {
            throw inUse;
        }
        Files.delete(socket);
    }

    private void accept(Consumer<List<Path>> received) {
        while (channel.isOpen()) {
            try {
                SocketChannel start = channel.accept();
                // Who connects and sends nothing keeps nobody else waiting.
                Thread thread = new Thread(() -> receive(start, received), "window-request");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                if (channel.isOpen()) {
                    LOG.warn("Later starts of the program can no longer reach this window", e);
                    close();
                }
            }
        }
    }

    private static void receive(SocketChannel start, Consumer<List<Path>> received) {
        try (start) {
            received.accept(files(Channels.newInputStream(start)));
            start.write(ByteBuffer.wrap(new byte[] {ACCEPTED}));
        } catch (IOException | InvalidPathException e) {
            LOG.warn("Ignored a message to this window", e);
        }
    }

    /**
     * Reads a message.
     *
     * @throws IOException if it is incomplete, or none of this protocol
     * @throws InvalidPathException if it names a file that this system cannot have
     */
    static List<Path> files(InputStream message) throws IOException {
        DataInputStream in = new DataInputStream(message);
        int protocol = in.readInt();
        int count = in.readInt();
        if (protocol != PROTOCOL || count < 0 || count > MAX_FILES) {
            throw new IOException("protocol " + Integer.toHexString(protocol) + ", " + count + " files");
        }
        List<Path> files = new ArrayList<>();
        for (int file = 0; file < count; file++) {
            files.add(Path.of(in.readUTF()));
        }
        return files;
    }

    /** Stops listening and deletes the socket. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
