package org.faasnetlab.testbed.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.faasnetlab.function.runtime.RuntimeApiClient;
import org.faasnetlab.function.runtime.RuntimeEvent;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeSocketTest {
    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path parent;

    @Test
    void aFunctionGetsItsEventAndAnswersThroughIt() throws Exception {
        try (StubRuntimeApi stub = new StubRuntimeApi()) {
            String address = stub.address();
            int port = Integer.parseInt(address.replaceFirst("^[^:]*:(\\d+).*", "$1"));
            Path file;
            try (RuntimeSocket socket = RuntimeSocket.open(parent, new InetSocketAddress("127.0.0.1", port), threads)) {
                file = socket.path();
                // The address is another namespace's: there is nothing on port 1 here.
                RuntimeApiClient api = RuntimeApiClient.at(address.replace(":" + port, ":1"), file.toString());
                stub.serviceDeadline(1_800_000_000_123L);
                stub.invoke("{\"a\":1}");
                assertThat(api.next()).isEqualTo(new RuntimeEvent("request-1", 1_800_000_000_123L, "{\"a\":1}"));
            }
            assertThat(Files.exists(file)).isFalse();
            assertThat(Files.exists(file.getParent())).isFalse();
            assertThatThrownBy(
                            () -> RuntimeApiClient.at(address, file.toString()).next())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatAKilledProgramLeftIsDeletedAndNoSocketInUse() throws Exception {
        InetSocketAddress target = new InetSocketAddress("127.0.0.1", 1);
        Path abandoned = Files.createDirectory(parent.resolve("faasnetlab-runtime-1"));
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(abandoned.resolve("api")))
                .close();
        Path foreign = Files.createDirectory(parent.resolve("faasnetlab-runtime-notes"));

        try (RuntimeSocket first = RuntimeSocket.open(parent, target, threads);
                RuntimeSocket second = RuntimeSocket.open(parent, target, threads)) {
            assertThat(abandoned).doesNotExist();
            assertThat(foreign).isDirectory();
            assertThat(first.path()).exists();
            assertThat(second.path()).exists();
        }
    }

    @Test
    void aServiceThatIsGoneEndsTheConnection() throws Exception {
        try (RuntimeSocket socket = RuntimeSocket.open(parent, new InetSocketAddress("127.0.0.1", 1), threads)) {
            RuntimeApiClient api =
                    RuntimeApiClient.at("127.0.0.1:1", socket.path().toString());
            assertThatThrownBy(api::next).isInstanceOf(IOException.class);
        }
    }
}
