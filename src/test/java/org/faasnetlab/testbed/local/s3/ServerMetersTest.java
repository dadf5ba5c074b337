package org.faasnetlab.testbed.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.faasnetlab.testbed.BusyMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the utilization meters of the S3 server's process and its disk. */
class ServerMetersTest {
    @TempDir
    private Path folder;

    private long nanos = 5_000_000_000L;
    private Duration used = Duration.ofMillis(700);

    @Test
    void theUtilizationOfAProcessIsRelativeToUsableProcessors() {
        BusyMeter meter = new ProcessMeter(() -> used, 2, () -> nanos);
        assertThat(meter.sinceLastCall()).isEmpty();
        pass(100, 50);
        assertThat(meter.sinceLastCall().orElseThrow()).isEqualTo(0.25, within(1e-9));
        assertThat(meter.sinceLastCall()).as("no time has passed").isEmpty();
        pass(100, 210);
        assertThat(meter.sinceLastCall().orElseThrow()).as("other threads help").isEqualTo(1);
    }

    @Test
    void aProcessWithUnknownTimeGivesNoValue() {
        BusyMeter meter = new ProcessMeter(() -> used, 1, () -> nanos);
        meter.sinceLastCall();
        pass(100, 0);
        used = null;
        assertThat(meter.sinceLastCall()).isEmpty();
    }

    @Test
    void theUtilizationOfADiskIsTheTimeWithRequests() throws IOException {
        BusyMeter meter = new DiskMeter(disk(1000), () -> nanos);
        assertThat(meter.sinceLastCall()).isEmpty();
        pass(200, 0);
        disk(1150);
        assertThat(meter.sinceLastCall().orElseThrow()).isEqualTo(0.75, within(1e-9));
        pass(200, 0);
        disk(1351);
        assertThat(meter.sinceLastCall().orElseThrow()).isEqualTo(1);
    }

    @Test
    void aMissingOrMalformedFileGivesNoValue() throws IOException {
        BusyMeter missing = new DiskMeter(folder.resolve("missing"), () -> nanos);
        missing.sinceLastCall();
        assertThat(missing.sinceLastCall()).isEmpty();
        BusyMeter foreign = new DiskMeter(Files.writeString(folder.resolve("stat"), "1 2 3"), () -> nanos);
        foreign.sinceLastCall();
        assertThat(foreign.sinceLastCall()).isEmpty();
    }

    private void pass(long millis, long usedMillis) {
        nanos += millis * 1_000_000;
        used = used.plusMillis(usedMillis);
    }

    private Path disk(long busyMillis) throws IOException {
        return Files.writeString(
                folder.resolve("stat"), "  5317   12  219 3030 33 1 44 55  0  " + busyMillis + " 77 0 0 0 0 9 9\n");
    }
}
