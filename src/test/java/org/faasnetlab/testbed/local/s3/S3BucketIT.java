package org.faasnetlab.testbed.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.invoke.CredentialsSource.AccessKeys;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.s3.S3AccessException;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.TestProcesses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accesses S3 through the SDK, with a real S3Proxy as the service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3BucketIT {
    private final TestProcesses processes = new TestProcesses();
    private Path directory;
    private S3Server server;
    private S3Bucket bucket;

    @BeforeAll
    void open(@TempDir Path temporary) throws Exception {
        directory = temporary;
        server = S3Server.start(
                TestInstallation.built().s3ProxyJar(), directory, processes, InetAddress.getLoopbackAddress());
        bucket = new S3Bucket(server.endpoint(), S3ProxyConfiguration.OBJECTS);
    }

    @AfterAll
    void close() throws InterruptedException {
        bucket.close();
        server.close();
        processes.close();
    }

    @Test
    void aBucketIsCreatedOnceAndKnowsTheSizesOfItsObjects() throws Exception {
        bucket.create();
        bucket.create();
        RandomFile.write(S3ProxyConfiguration.objectFile(directory, "small"), new DataSize(1000));
        RandomFile.write(S3ProxyConfiguration.objectFile(directory, "large"), new DataSize(70_000_000));
        assertThat(bucket.size("small")).hasValue(1000);
        assertThat(bucket.size("large")).hasValue(70_000_000);
        assertThat(bucket.size("absent")).isEmpty();
        bucket.delete("absent");
        bucket.delete("large");
        assertThat(bucket.size("large")).isEmpty();
    }

    @Test
    void noProxyOfJavaSeesARequestOnLoopback() throws Exception {
        List<String> before = List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts");
        List<String> values = new ArrayList<>();
        before.forEach(name -> values.add(System.getProperty(name)));
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.getLocalPort()));
            System.setProperty("http.nonProxyHosts", "");
            bucket.create();
            assertThat(bucket.size("absent-too")).isEmpty();
            Path other = Files.createDirectory(directory.resolve("second"));
            S3Server.start(TestInstallation.built().s3ProxyJar(), other, processes, InetAddress.getLoopbackAddress())
                    .close();
            proxy.setSoTimeout(1);
            assertThatThrownBy(proxy::accept).isInstanceOf(SocketTimeoutException.class);
        } finally {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) == null) {
                    System.clearProperty(before.get(i));
                } else {
                    System.setProperty(before.get(i), values.get(i));
                }
            }
        }
    }

    @Test
    void aRejectionNamesTheRequestAndTheServicesReason() {
        ServiceEndpoint forged =
                new ServiceEndpoint(server.endpoint().uri(), "us-east-1", new AccessKeys("unknown", "very-secret"));
        try (S3Bucket stranger = new S3Bucket(forged, S3ProxyConfiguration.OBJECTS)) {
            assertThatThrownBy(() -> stranger.createUpload("key"))
                    .isInstanceOf(S3AccessException.class)
                    .hasMessage("Starting an upload of key failed: S3 returned InvalidAccessKeyId (HTTP status 403).")
                    .hasMessageNotContaining("very-secret");
        }
    }

    @Test
    void aMissingServiceIsReported() {
        ServiceEndpoint nowhere =
                new ServiceEndpoint(URI.create("http://127.0.0.1:1"), "us-east-1", new AccessKeys("id", "secret"));
        try (S3Bucket absent = new S3Bucket(nowhere, "bucket")) {
            assertThatThrownBy(() -> absent.size("key"))
                    .isInstanceOf(S3AccessException.class)
                    .hasMessage("Checking key failed: S3 is not reachable.");
        }
    }

    @Test
    void anInterruptEndsTheWaitForS3() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> bucket.size("key")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
