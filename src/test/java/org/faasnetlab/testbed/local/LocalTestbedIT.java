package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testing.local.FakeFunctionService;
import org.faasnetlab.testing.local.PlainHttp;
import org.faasnetlab.testing.local.RealIperf3Client;
import org.faasnetlab.testing.local.TestInstallation;
import org.faasnetlab.testing.process.TestProcesses;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.s3.S3Workload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prepares every type of trial with the real servers and uses it with simple clients. */
@Tag("alone")
class LocalTestbedIT {
    private static final NetworkSettings SHAPED =
            new NetworkSettings(LinkProfile.parse("200Mbit"), 2, Bandwidth.ofMegabits(1000));
    private static final DataSize SIZE = DataSize.ofMebibytes(12);
    private static final DataSize PART = DataSize.ofMebibytes(5);

    private final TestProcesses processes = new TestProcesses();
    private LocalTestbed testbed;

    @TempDir
    private Path work;

    @BeforeEach
    void open() {
        testbed = new LocalTestbed(
                LocalTestbedSettings.defaults(work),
                TestInstallation.built(),
                new FakeFunctionService(),
                processes,
                BusyMeter.NONE);
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        testbed.close();
        assertThat(processes.alive()).isZero();
        assertThat(work).isEmptyDirectory();
        processes.close();
    }

    private PreparedTrial prepare(int functions, Workload workload, NetworkSettings network) throws Exception {
        PreparedTrial trial = testbed.prepare(new Cell(1769, functions, workload, network));
        trial.startAt(Instant.now());
        return trial;
    }

    private RealIperf3Client.Result iperf3(Iperf3Task task) throws Exception {
        return RealIperf3Client.result(RealIperf3Client.start(
                processes,
                task.port(),
                "-t",
                String.valueOf(task.seconds()),
                task.direction() == Direction.DOWNLOAD ? "-R" : "-4"));
    }

    @Test
    void onlyTheSenderBeforeASimulatedLinkHasASmallBuffer() throws Exception {
        assertThat(window(Direction.UPLOAD, 1, SHAPED)).isEqualTo(200 << 10);
        assertThat(window(Direction.UPLOAD, 8, SHAPED)).isEqualTo(128 << 10);
        assertThat(window(Direction.UPLOAD, 128, SHAPED)).isEqualTo(64 << 10);
        assertThat(window(Direction.DOWNLOAD, 1, SHAPED)).isNull();
        assertThat(window(Direction.UPLOAD, 1, NetworkSettings.REAL)).isNull();
    }

    private @Nullable Integer window(Direction direction, int streams, NetworkSettings network) throws Exception {
        try (PreparedTrial trial = prepare(1, new Iperf3Workload(direction, 1, streams, 100, 0, null), network)) {
            return ((Iperf3Task) trial.task(0)).windowBytes();
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void iperf3TrialsHaveAServerAndALinkForEachFunction(Direction direction) throws Exception {
        Workload workload = new Iperf3Workload(direction, 2, 1, 100, 0, null);
        try (PreparedTrial trial = prepare(4, workload, SHAPED)) {
            Set<Integer> ports = new HashSet<>();
            for (int functionIndex = 0; functionIndex < 4; functionIndex++) {
                assertThat(trial.host(functionIndex)).isEqualTo(functionIndex % 2);
                assertThat(((Iperf3Task) trial.task(functionIndex)).direction())
                        .isEqualTo(direction.ofFunction(functionIndex, 4));
                assertThat(ports.add(((Iperf3Task) trial.task(functionIndex)).port()))
                        .isTrue();
            }
            assertThat(iperf3((Iperf3Task) trial.task(2)).megabits()).isCloseTo(200, withPercentage(10));
        }
    }

    @Test
    void withoutSimulationFunctionsReachTheirServersAtFullSpeed() throws Exception {
        Workload workload = new Iperf3Workload(Direction.DOWNLOAD, 1, 1, 100, 0, null);
        try (PreparedTrial trial = prepare(1, workload, NetworkSettings.REAL)) {
            assertThat(trial.host(0)).isZero();
            assertThat(iperf3((Iperf3Task) trial.task(0)).megabits()).isGreaterThan(1000);
        }
    }

    @Test
    void theServersOfATrialAreReused() throws Exception {
        Workload workload = new Iperf3Workload(Direction.UPLOAD, 1, 1, 100, 0, null);
        Task first;
        try (PreparedTrial trial = prepare(2, workload, NetworkSettings.REAL)) {
            first = trial.task(1);
        }
        try (PreparedTrial trial = prepare(2, workload, NetworkSettings.REAL)) {
            assertThat(trial.task(1)).isEqualTo(first);
        }
    }

    @Test
    void s3DownloadsShareAnObjectThroughSeparateLinks() throws Exception {
        Workload workload = new S3Workload(Direction.DOWNLOAD, SIZE, 2, PART, 100);
        try (PreparedTrial trial = prepare(2, workload, SHAPED)) {
            S3GetTask first = (S3GetTask) trial.task(0);
            S3GetTask second = (S3GetTask) trial.task(1);
            assertThat(first.url().getPort()).isNotEqualTo(second.url().getPort());
            long begun = System.nanoTime();
            assertThat(PlainHttp.get(first.url()).body()).hasSize((int) SIZE.bytes());
            // 12 MiB at 200 Mbit/s take 0.5 s.
            assertThat((System.nanoTime() - begun) / 1e9).isGreaterThan(0.45);
            assertThat(PlainHttp.get(second.url(), 0, 99).body()).hasSize(100);
        }
    }

    @Test
    void s3MultipartUploadsAreCompletedAndDeleted() throws Exception {
        Workload workload = new S3Workload(Direction.UPLOAD, SIZE, 2, PART, 100);
        try (PreparedTrial trial = prepare(2, workload, SHAPED)) {
            for (int functionIndex = 0; functionIndex < 2; functionIndex++) {
                S3PutTask put = (S3PutTask) trial.task(functionIndex);
                assertThat(put.partUrls()).hasSize(3);
                long left = put.bytes();
                for (URI url : put.partUrls()) {
                    int bytes = (int) Math.min(left, put.partBytes());
                    assertThat(PlainHttp.put(url, new byte[bytes])).isEqualTo(200);
                    left -= bytes;
                }
            }
        }
    }

    @Test
    void s3UploadsOverOneConnectionAreOnePut() throws Exception {
        Workload workload = new S3Workload(Direction.UPLOAD, SIZE, 1, PART, 100);
        try (PreparedTrial trial = prepare(1, workload, NetworkSettings.REAL)) {
            S3PutTask put = (S3PutTask) trial.task(0);
            assertThat(put.partUrls()).hasSize(1);
            assertThat(put.partBytes()).isEqualTo(SIZE.bytes());
            assertThat(PlainHttp.put(put.partUrls().get(0), new byte[(int) SIZE.bytes()]))
                    .isEqualTo(200);
        }
    }

    @Test
    void theEndOfATrialClosesItsLinks() throws Exception {
        Workload workload = new Iperf3Workload(Direction.UPLOAD, 1, 1, 100, 0, null);
        int port;
        try (PreparedTrial trial = prepare(1, workload, SHAPED)) {
            port = ((Iperf3Task) trial.task(0)).port();
            new Socket(InetAddress.getLoopbackAddress(), port).close();
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void closingTheTestbedClosesAnOpenTrial() throws Exception {
        PreparedTrial trial = prepare(1, new Iperf3Workload(Direction.UPLOAD, 1, 1, 100, 0, null), SHAPED);
        Iperf3Task task = (Iperf3Task) trial.task(0);
        testbed.close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), task.port()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void theRecordOfARunNamesTheServersVersions() {
        assertThat(testbed.environment())
                .hasEntrySatisfying(
                        "iperf3.version", version -> assertThat(version).startsWith("3."))
                .containsEntry("s3.server", "S3Proxy 4.1.0");
    }
}
