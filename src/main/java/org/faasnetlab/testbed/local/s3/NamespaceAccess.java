package org.faasnetlab.testbed.local.s3;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.faasnetlab.testbed.local.network.SocketFolder;
import org.faasnetlab.testbed.local.network.SocketForwarder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of this program to an S3 server in another network namespace, beside the links that are measured: an address on
 * loopback, and a socket in the file system at which {@link ReachableS3Proxy} listens.
 */
final class NamespaceAccess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NamespaceAccess.class);
    private static final String PREFIX = "faasnetlab-s3-";

    private final SocketFolder folder;
    private final ExecutorService threads;
    private final SocketForwarder forwarder;

    private NamespaceAccess(SocketFolder folder, ExecutorService threads, SocketForwarder forwarder) {
        this.folder = folder;
        this.threads = threads;
        this.forwarder = forwarder;
    }

    static NamespaceAccess open() throws IOException {
        SocketFolder folder = SocketFolder.create(Path.of(System.getProperty("java.io.tmpdir")), PREFIX);
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "s3-forwarder");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new NamespaceAccess(
                    folder,
                    threads,
                    SocketForwarder.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            UnixDomainSocketAddress.of(folder.socket()),
                            threads));
        } catch (IOException e) {
            threads.shutdownNow();
            folder.close();
            throw e;
        }
    }

    /** The address at which this program reaches the server. */
    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) forwarder.address();
    }

    /** Arguments of java that run the server with its end of the way. */
    List<String> program(Path jar, int port) throws IOException {
        return List.of(
                "-cp",
                jar.toAbsolutePath() + File.pathSeparator + ownClasses(),
                ReachableS3Proxy.class.getName(),
                folder.socket().toString(),
                String.valueOf(port));
    }

    private static Path ownClasses() throws IOException {
        try {
            return Path.of(ReachableS3Proxy.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the place of this program is unknown", e);
        }
    }

    @Override
    public void close() {
        try {
            forwarder.close();
        } catch (IOException e) {
            LOG.warn("Cannot close the way to the S3 server", e);
        }
        threads.shutdown();
        folder.close();
    }
}
