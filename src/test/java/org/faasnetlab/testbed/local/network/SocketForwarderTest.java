package org.faasnetlab.testbed.local.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketForwarderTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path parent;

    /** As this program reaches S3Proxy in another namespace: loopback here, a socket in the file system, loopback there. */
    @Test
    void aRequestAndItsAnswerPassTwoForwardersAndASocketInTheFileSystem() throws Exception {
        try (SocketFolder folder = SocketFolder.create(parent, "faasnetlab-test-");
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SocketForwarder there = SocketForwarder.open(
                        UnixDomainSocketAddress.of(folder.socket()), server.getLocalSocketAddress(), threads);
                SocketForwarder here = SocketForwarder.open(ANY_PORT, there.address(), threads)) {
            Future<String> served = threads.submit(() -> {
                try (Socket accepted = server.accept()) {
                    byte[] request = accepted.getInputStream().readNBytes(100_000);
                    accepted.getOutputStream().write("answer".getBytes(StandardCharsets.US_ASCII));
                    return request.length + " bytes";
                }
            });
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InetSocketAddress address = (InetSocketAddress) here.address();
            try (Socket client = new Socket(address.getAddress(), address.getPort())) {
                client.getOutputStream().write(new byte[100_000]);
                client.getInputStream().transferTo(answer);
            }
            assertThat(served.get()).isEqualTo("100000 bytes");
            assertThat(answer.toString(StandardCharsets.US_ASCII)).isEqualTo("answer");
        }
    }

    @Test
    void aConnectionToNobodyIsClosedAndLaterOnesAreAccepted() throws Exception {
        int unused;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = closed.getLocalPort();
        }
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), unused);
        try (SocketForwarder forwarder = SocketForwarder.open(ANY_PORT, nobody, threads)) {
            InetSocketAddress address = (InetSocketAddress) forwarder.address();
            for (int attempt = 0; attempt < 2; attempt++) {
                try (Socket client = new Socket(address.getAddress(), address.getPort())) {
                    assertThat(client.getInputStream().read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void theFolderOfASocketIsTheUsersOnly() throws Exception {
        Path place;
        try (SocketFolder folder = SocketFolder.create(parent, "faasnetlab-test-")) {
            place = folder.socket().getParent();
            if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                        .isEqualTo("rwx------");
            }
        }
        assertThat(place).doesNotExist();
    }
}
