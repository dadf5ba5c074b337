package org.faasnetlab.testbed.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.s3.S3Upload;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.local.shaping.RelayLinkFactory;
import org.faasnetlab.testbed.local.shaping.TrialLinks;
import org.faasnetlab.testing.local.PlainHttp;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.TestProcesses;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests the storage with a real S3Proxy, which is started once for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3StorageIT {
    private static final Path JAR = TestInstallation.built().s3ProxyJar();

    private final TestProcesses processes = new TestProcesses();
    private S3Storage storage;
    private Path directory;

    @BeforeAll
    void open(@TempDir Path temporary) {
        directory = temporary;
        storage = new S3Storage(JAR, directory, processes);
    }

    @AfterAll
    void close() throws InterruptedException {
        storage.close();
        assertThat(processes.alive()).isZero();
        processes.close();
    }

    private static byte[] content(DataSize size) {
        byte[] content = new byte[Math.toIntExact(size.bytes())];
        Arrays.fill(content, (byte) 7);
        return content;
    }

    @Test
    void anObjectCanBeReadWholeAndInRanges() throws Exception {
        String key = storage.sharedObject(new DataSize(1_000_000));
        URI url = storage.downloadUrl(key, storage.address());
        PlainHttp.Answer whole = PlainHttp.get(url);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).hasSize(1_000_000);
        PlainHttp.Answer range = PlainHttp.get(url, 500_000, 599_999);
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 500_000, 600_000));
    }

    @Test
    void contentIsIncompressible() throws Exception {
        String key = storage.sharedObject(new DataSize(1_000_000));
        Deflater deflater = new Deflater();
        deflater.setInput(
                PlainHttp.get(storage.downloadUrl(key, storage.address())).body());
        deflater.finish();
        int compressed = 0;
        byte[] block = new byte[65_536];
        while (!deflater.finished()) {
            compressed += deflater.deflate(block);
        }
        deflater.end();
        assertThat(compressed).isGreaterThan(999_000);
    }

    @Test
    void anObjectIsCreatedOnceForAllTrialsOfItsSize() throws Exception {
        DataSize size = new DataSize(70_000_000);
        storage.sharedObject(size);
        Path file = directory.resolve("objects/objects/random-70000000");
        assertThat(Files.size(file)).isEqualTo(70_000_000);
        var made = Files.getLastModifiedTime(file);
        storage.sharedObject(size);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(made);
    }

    @Test
    void aUrlIsValidForTheLinkItWasSignedFor() throws Exception {
        String key = storage.sharedObject(new DataSize(1_000_000));
        NetworkSettings network = new NetworkSettings(LinkProfile.parse("1Gbit"), 1, null);
        try (RelayLinkFactory links = new RelayLinkFactory();
                TrialLinks open = links.open(network, List.of(storage.address()))) {
            InetSocketAddress via = open.address(0);
            URI url = storage.downloadUrl(key, via);
            assertThat(url.getPort()).isEqualTo(via.getPort());
            assertThat(PlainHttp.get(url).body()).hasSize(1_000_000);
            assertThat(PlainHttp.get(url, 10, 19).body()).hasSize(10);
            URI straight = URI.create(url.toString()
                    .replace(":" + via.getPort(), ":" + storage.address().getPort()));
            assertThat(PlainHttp.get(straight).status()).isEqualTo(403);
        }
    }

    @Test
    void aForgedSignatureIsRejected() throws Exception {
        String key = storage.sharedObject(new DataSize(1_000_000));
        String url = storage.downloadUrl(key, storage.address()).toString();
        char last = url.charAt(url.length() - 1);
        URI forged = URI.create(url.substring(0, url.length() - 1) + (last == '0' ? '1' : '0'));
        assertThat(PlainHttp.get(forged).status()).isEqualTo(403);
        assertThat(PlainHttp.put(URI.create(url), content(new DataSize(10)))).isEqualTo(403);
    }

    @Test
    void onlyTheHostHeaderIsSigned() throws Exception {
        DataSize size = DataSize.ofMebibytes(10);
        S3Upload parts = storage.openUpload("signed", size, 2, DataSize.ofMebibytes(5), storage.address());
        S3Upload one = storage.openUpload("signed-1", size, 1, DataSize.ofMebibytes(5), storage.address());
        List<URI> all =
                Stream.concat(parts.urls().stream(), one.urls().stream()).toList();
        assertThat(all).hasSize(3).allSatisfy(url -> assertThat(url.getQuery()).contains("SignedHeaders=host&"));
        assertThat(parts.finish()).isFalse();
        assertThat(one.finish()).isFalse();
    }

    @Test
    void anUploadOverOneConnectionIsOnePut() throws Exception {
        DataSize size = new DataSize(20_000_000);
        S3Upload upload = storage.openUpload("one", size, 1, DataSize.ofMebibytes(5), storage.address());
        assertThat(upload.partSize()).isEqualTo(size);
        assertThat(upload.urls()).hasSize(1);
        assertThat(PlainHttp.put(upload.urls().get(0), content(size))).isEqualTo(200);
        assertThat(upload.finish()).isTrue();
        assertThat(upload.finish()).as("removed by the first").isFalse();
    }

    @Test
    void anUploadOverSeveralConnectionsIsCompletedFromItsParts() throws Exception {
        DataSize size = DataSize.ofMebibytes(12);
        DataSize part = DataSize.ofMebibytes(5);
        S3Upload upload = storage.openUpload("parts", size, 4, part, storage.address());
        assertThat(upload.partSize()).isEqualTo(part);
        assertThat(upload.urls()).hasSize(3);
        assertThat(PlainHttp.put(upload.urls().get(1), content(part))).isEqualTo(200);
        assertThat(PlainHttp.put(upload.urls().get(0), content(part))).isEqualTo(200);
        assertThat(PlainHttp.put(upload.urls().get(2), content(DataSize.ofMebibytes(2))))
                .isEqualTo(200);
        assertThat(upload.finish()).isTrue();
    }

    @Test
    void anIncompleteUploadLeavesNothing() throws Exception {
        DataSize size = DataSize.ofMebibytes(10);
        S3Upload upload = storage.openUpload("half", size, 2, DataSize.ofMebibytes(5), storage.address());
        assertThat(PlainHttp.put(upload.urls().get(0), content(DataSize.ofMebibytes(5))))
                .isEqualTo(200);
        assertThat(upload.finish()).isFalse();
        S3Upload single = storage.openUpload("short", size, 1, size, storage.address());
        assertThat(PlainHttp.put(single.urls().get(0), content(new DataSize(1000))))
                .isEqualTo(200);
        assertThat(single.finish()).isFalse();
        try (Stream<Path> files = Files.walk(directory.resolve("uploads"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void uploadsUseNoDiskSpace() throws Exception {
        DataSize size = new DataSize(50_000_000);
        S3Upload upload = storage.openUpload("big", size, 1, size, storage.address());
        assertThat(PlainHttp.put(upload.urls().get(0), content(size))).isEqualTo(200);
        try (Stream<Path> files = Files.walk(directory.resolve("uploads"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(S3StorageIT::size)
                            .sum())
                    .isLessThan(100_000);
        }
        assertThat(upload.finish()).isTrue();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    @Test
    void keysAreReadableOnlyByTheirOwner() throws Exception {
        storage.address();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("objects.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aTerminatedServerIsRestartedWithItsObjects() throws Exception {
        String key = storage.sharedObject(new DataSize(1_000_000));
        Process server =
                processes.started().stream().filter(Process::isAlive).findAny().orElseThrow();
        server.destroyForcibly();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(storage.sharedObject(new DataSize(1_000_000))).isEqualTo(key);
        assertThat(PlainHttp.get(storage.downloadUrl(key, storage.address())).body())
                .hasSize(1_000_000);
    }

    @Test
    void anObjectTooLargeForTheDiskIsRejectedBeforeItIsCreated() {
        assertThatThrownBy(() -> storage.sharedObject(new DataSize(1L << 60)))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("GB free");
    }

    @Test
    void aMissingServerProgramIsReported() {
        S3Storage missing = new S3Storage(directory.resolve("none.jar"), directory, processes);
        assertThatThrownBy(missing::address).isInstanceOf(LabException.class).hasMessageContaining("none.jar");
    }

    @Test
    void aServerThatCannotStartReportsItsOwnReason() throws Exception {
        Path notAJar = Files.writeString(directory.resolve("broken.jar"), "no jar");
        S3Storage broken = new S3Storage(notAJar, Files.createDirectory(directory.resolve("broken")), processes);
        assertThatThrownBy(broken::address)
                .isInstanceOf(LabException.class)
                .hasMessageStartingWith("The S3 server did not start: its process exited: Error: ")
                .hasMessageContaining("broken.jar");
    }
}
