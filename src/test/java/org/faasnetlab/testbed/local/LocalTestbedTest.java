package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testing.local.FakeFunctionService;
import org.faasnetlab.testing.process.TestProcesses;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.s3.S3Workload;
import org.faasnetlab.workload.udp.UdpWorkload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTestbedTest {
    private final FakeFunctionService functions = new FakeFunctionService();
    private final TestProcesses processes = new TestProcesses();

    @TempDir
    private Path folder;

    @AfterEach
    void endProcesses() throws InterruptedException {
        processes.close();
    }

    private LocalTestbed testbed(Path workDirectory) {
        LocalTestbedSettings settings =
                new LocalTestbedSettings("no-such-iperf3", null, 8, Duration.ofMinutes(1), workDirectory);
        return new LocalTestbed(settings, new Installation(folder), functions, processes, BusyMeter.NONE);
    }

    private static Cell download(int count) {
        return new Cell(
                1769,
                count,
                new S3Workload(Direction.DOWNLOAD, DataSize.ofMebibytes(1), 1, DataSize.ofMebibytes(8), 100),
                NetworkSettings.REAL);
    }

    @Test
    void theLambdaServiceIsTheFunctionServices() {
        try (LocalTestbed testbed = testbed(folder)) {
            assertThat(testbed.name()).isEqualTo("This computer");
            assertThat(testbed.lambda()).isEqualTo(functions.endpoint());
            assertThat(testbed.function(512)).isEqualTo(new FunctionRef("function", "512"));
            testbed.stopFunctions();
            assertThat(functions.stopped).isEqualTo(1);
        }
        assertThat(functions.closed).isEqualTo(1);
    }

    @Test
    void theLimitIsTheConfiguredOne() {
        try (LocalTestbed testbed = testbed(folder)) {
            assertThat(testbed.limits().maxFunctions()).isEqualTo(8);
            assertThatThrownBy(() -> testbed.prepare(download(9)))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("9 concurrent functions exceeds the limit of this computer, 8");
        }
    }

    @Test
    void theRecordOfARunDescribesTheComputerWithoutMissingPrograms() {
        try (LocalTestbed testbed = testbed(folder)) {
            assertThat(testbed.environment())
                    .containsKeys("os.name", "os.version", "os.arch", "java.version", "cpu.count", "memory.bytes")
                    .containsEntry("function.java", "17")
                    .doesNotContainKeys("iperf3.version", "s3.server");
        }
    }

    @Test
    void aMissingIperf3IsReportedWhenATrialNeedsIt() throws Exception {
        Workload workload = new Iperf3Workload(Direction.UPLOAD, 1, 1, 100, 0, null);
        Cell cell = new Cell(1769, 1, workload, NetworkSettings.REAL);
        try (LocalTestbed testbed = testbed(folder)) {
            assertThatThrownBy(() -> testbed.require(workload)).hasMessageContaining("no-such-iperf3");
            assertThatThrownBy(() -> testbed.prepare(cell)).hasMessageContaining("no-such-iperf3");
            testbed.require(download(1).workload());
        }
    }

    @Test
    void aRelayCarriesNoUdpTest() throws Exception {
        UdpWorkload udp = new UdpWorkload(Direction.UPLOAD, 1, 100, Bandwidth.ofMegabits(10), 1448, 1, null);
        NetworkSettings relayed = NetworkSettings.parse("50Mbit", 1, "unlimited");
        try (LocalTestbed testbed = testbed(folder)) {
            testbed.requireNetwork(new Cell(1769, 1, udp, NetworkSettings.REAL));
            Cell cell = new Cell(1769, 1, udp, relayed);
            assertThatThrownBy(() -> testbed.requireNetwork(cell))
                    .hasMessage("The simulated link of a relay carries no UDP test.");
            assertThatThrownBy(() -> testbed.prepare(cell))
                    .hasMessage("The simulated link of a relay carries no UDP test.");
            assertThatThrownBy(() -> testbed.require(udp)).hasMessageContaining("no-such-iperf3");
        }
    }

    @Test
    void aWorkDirectoryThatIsAFileIsReported() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (LocalTestbed testbed = testbed(file)) {
            assertThatThrownBy(() -> testbed.prepare(download(1)))
                    .isInstanceOf(LabException.class)
                    .hasMessage("Cannot write to work directory " + file + ": it is a file.");
        }
    }

    @Test
    void nothingIsLeftInTheWorkDirectory() throws Exception {
        Path work = folder.resolve("work");
        try (LocalTestbed testbed = testbed(work)) {
            assertThatThrownBy(() -> testbed.prepare(download(1))).hasMessageContaining("s3proxy.jar");
            assertThat(work).isNotEmptyDirectory();
        }
        assertThat(work).isEmptyDirectory();
    }
}
