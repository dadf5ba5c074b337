package org.faasnetlab.testbed.local.network;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for one socket in the file system, which only the user can open. */
public final class SocketFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFolder.class);
    private static final String NAME = "api";

    private final Path folder;

    private SocketFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates it, and deletes what programs that were killed left of theirs.
     *
     * @param parent a folder with a short path, because the name of a socket has at most 107 bytes
     * @param prefix of the folder's name
     */
    public static SocketFolder create(Path parent, String prefix) throws IOException {
        deleteAbandoned(parent, prefix);
        return new SocketFolder(Files.createTempDirectory(parent, prefix));
    }

    /** A socket at which nobody accepts was left by a program that was killed. */
    private static void deleteAbandoned(Path parent, String prefix) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
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

    /** The place of the socket. */
    public Path socket() {
        return folder.resolve(NAME);
    }

    /** Deletes folder and socket. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(socket());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("Cannot delete {}", folder, e);
        }
    }
}
