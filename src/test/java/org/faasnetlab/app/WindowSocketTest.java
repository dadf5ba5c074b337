package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class WindowSocketTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final BlockingQueue<List<Path>> received = new LinkedBlockingQueue<>();

    @Test
    void laterStartsPassTheirFilesWithAbsolutePaths() throws Exception {
        try (WindowSocket window = listen()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-------");

            assertThat(WindowSocket.handOver(socket(), List.of(Path.of("plan.yaml")), TIMEOUT))
                    .isTrue();
            assertThat(WindowSocket.handOver(socket(), List.of(), TIMEOUT)).isTrue();

            assertThat(received.take()).containsExactly(Path.of("plan.yaml").toAbsolutePath());
            assertThat(received.take()).isEmpty();
        }
        assertThat(socket()).doesNotExist();
        assertThat(WindowSocket.handOver(socket(), List.of(), TIMEOUT)).isFalse();
    }

    @Test
    void socketLeftBehindIsReplaced() throws Exception {
        try (ServerSocketChannel crashed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            crashed.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(socket()).exists();
        assertThat(WindowSocket.handOver(socket(), List.of(), TIMEOUT)).isFalse();

        try (WindowSocket window = listen()) {
            assertThat(WindowSocket.handOver(socket(), List.of(), TIMEOUT)).isTrue();
        }
    }

    @Test
    void fileOfTheSameNameIsNotReplaced() throws IOException {
        Files.writeString(socket(), "mine");

        assertThat(WindowSocket.listen(socket(), received::add)).isEmpty();

        assertThat(socket()).hasContent("mine");
    }

    @Test
    void messageOfAnotherProtocolIsIgnored() throws Exception {
        try (WindowSocket window = listen()) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            new DataOutputStream(message).writeLong(42);
            try (SocketChannel stranger = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
                stranger.write(ByteBuffer.wrap(message.toByteArray()));
                assertThat(stranger.read(ByteBuffer.allocate(1)))
                        .as("no answer")
                        .isEqualTo(-1);
            }
            assertThat(received).isEmpty();
            assertThat(WindowSocket.handOver(socket(), List.of(), TIMEOUT)).isTrue();
        }
    }

    @Test
    void windowThatDoesNotAnswerIsReported() throws IOException {
        try (ServerSocketChannel hung = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hung.bind(UnixDomainSocketAddress.of(socket()));

            assertThatThrownBy(() -> WindowSocket.handOver(socket(), List.of(), Duration.ofMillis(1)))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("does not respond");
        }
    }

    @Test
    void withoutSocketsEveryStartOpensAWindow() throws LabException {
        Path tooLong = folder.resolve("x".repeat(200));

        assertThat(WindowSocket.handOver(tooLong, List.of(), TIMEOUT)).isFalse();
        assertThat(WindowSocket.listen(tooLong, received::add)).isEmpty();
    }

    private Path socket() {
        return folder.resolve("window.socket");
    }

    private WindowSocket listen() {
        return WindowSocket.listen(socket(), received::add).orElseThrow();
    }
}
