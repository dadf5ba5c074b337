package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.testing.function.ZipServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class Iperf3JobTypeTest {
    private static final Map<String, String> PACKED =
            Map.of("iperf3", "#!/bin/sh\n. \"${0%/*}/lib/version\"\n", "lib/version", "echo 'iperf 3.9 (servers)'\n");

    @TempDir
    private Path folder;

    @Test
    void theServersIperf3IsDownloadedOnceRegardlessOfTheSignature() throws Exception {
        Iperf3JobType programs = new Iperf3JobType("no-such-program", List.of(), folder, new ChildProcesses());
        try (ZipServer server = ZipServer.of(ZipServer.zip(PACKED))) {
            assertThat(version(programs, server.url("one"))).isEqualTo("3.9");
            assertThat(version(programs, server.url("two"))).isEqualTo("3.9");

            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void withoutAUrlTheInstalledIperf3IsUsed() throws Exception {
        Path installed = Files.writeString(folder.resolve("installed"), "#!/bin/sh\necho iperf 3.12\n");
        assertThat(installed.toFile().setExecutable(true)).isTrue();

        assertThat(version(new Iperf3JobType(installed.toString(), List.of(), folder, new ChildProcesses()), null))
                .isEqualTo("3.12");
    }

    @Test
    void aThrottledDownloadIsRetried() throws Exception {
        try (ZipServer server = ZipServer.of(ZipServer.zip(PACKED), 2, 503)) {
            assertThat(version(new Iperf3JobType("none", List.of(), folder, new ChildProcesses()), server.url("one")))
                    .isEqualTo("3.9");
        }
    }

    @Test
    void anExpiredUrlIsReportedWithoutItsSignature() throws Exception {
        try (ZipServer server = ZipServer.of(ZipServer.zip(PACKED), 1, 403)) {
            assertFails(server, FailureReason.HTTP_STATUS, "status 403");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void aZipWithAPathOutsideItsDirectoryIsRejectedAndNothingIsWrittenThere() throws Exception {
        try (ZipServer server = ZipServer.of(ZipServer.zip(Map.of("../../outside", "x")))) {
            assertFails(server, FailureReason.IPERF3_UNAVAILABLE, "more than iperf3");
        }
        assertThat(folder.getParent().resolve("outside")).doesNotExist();
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void aDamagedZipIsRejected() throws Exception {
        byte[] zip = ZipServer.zip(Map.of("iperf3", "#!/bin/sh\necho iperf 3.9\n".repeat(1000)));
        zip[60] ^= 0x10;
        try (ZipServer server = ZipServer.of(zip)) {
            assertFails(server, FailureReason.IPERF3_UNAVAILABLE, "Cannot download the iperf3 of the servers");
        }
    }

    @Test
    void aTruncatedZipIsRejected() throws Exception {
        byte[] zip = ZipServer.zip(PACKED);
        try (ZipServer server = ZipServer.of(Arrays.copyOf(zip, 50))) {
            assertFails(server, FailureReason.IPERF3_UNAVAILABLE, "Cannot download the iperf3 of the servers");
        }
    }

    @Test
    void aZipWithANameThatIsNotUtf8IsRejected() throws Exception {
        byte[] zip = ZipServer.zip(Map.of("lib/other", "x"));
        // The name follows the header of 30 bytes.
        zip[34] = (byte) 0xff;
        try (ZipServer server = ZipServer.of(zip)) {
            assertFails(server, FailureReason.IPERF3_UNAVAILABLE, "it contains a name that is not valid");
        }
    }

    @Test
    void aZipWithoutIperf3IsRejected() throws Exception {
        try (ZipServer server = ZipServer.of(ZipServer.zip(Map.of("lib/other", "x")))) {
            assertFails(server, FailureReason.IPERF3_UNAVAILABLE, "does not contain iperf3");
        }
    }

    @Test
    void theServerKeyIsStoredInAFileAndThePasswordIsNoArgument() throws Exception {
        ServerKeys keys = new ServerKeys(folder);
        Iperf3Task.Login login = new Iperf3Task.Login("faasnetlab", "A".repeat(70));

        assertThat(keys.options(login)).startsWith("--username", "faasnetlab", "--rsa-public-key-path");
        assertThat(keys.options(login)).isEqualTo(keys.options(login));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .content()
                            .isEqualTo("-----BEGIN PUBLIC KEY-----\n" + "A".repeat(64)
                                    + "\nAAAAAA\n-----END PUBLIC KEY-----\n"));
        }
    }

    private void assertFails(ZipServer server, FailureReason reason, String sentence) {
        assertThatThrownBy(() -> version(
                        new Iperf3JobType("none", List.of(), folder, new ChildProcesses()),
                        server.url("secret-signature")))
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret-signature")
                .isInstanceOfSatisfying(
                        TaskException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private static String version(Iperf3JobType programs, URI url)
            throws IOException, TaskException, InterruptedException {
        Iperf3Task test = new Iperf3Task("127.0.0.1", 5201, Direction.DOWNLOAD, 1, 1, 100, 0, null, null, url, null);
        try (Job job = programs.prepare(test)) {
            return job.iperf3Version();
        }
    }
}
