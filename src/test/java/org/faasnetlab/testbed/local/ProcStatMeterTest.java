package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.faasnetlab.testbed.BusyMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcStatMeterTest {
    @TempDir
    private Path folder;

    @Test
    void theUtilizationIsThatSinceTheLastCall() throws IOException {
        Path file = stat("cpu  100 0 100 800 0 0 0 0 0 0");
        BusyMeter meter = new ProcStatMeter(file);
        assertThat(meter.sinceLastCall()).isEmpty();
        stat("cpu  130 0 120 850 0 0 0 0 0 0");
        assertThat(meter.sinceLastCall().orElseThrow()).isEqualTo(0.5, within(1e-9));
        assertThat(meter.sinceLastCall()).isEmpty();
        stat("cpu  230 0 120 850 0 0 0 0 0 0");
        assertThat(meter.sinceLastCall()).isEqualTo(OptionalDouble.of(1));
    }

    @Test
    void diskWaitIsIdleAndStolenTimeIsBusyAndGuestsCountOnce() throws IOException {
        Path file = stat("cpu  0 0 0 0 0 0 0 0 0 0");
        BusyMeter meter = new ProcStatMeter(file);
        meter.sinceLastCall();
        stat("cpu  10 5 10 25 25 5 5 15 10 5");
        assertThat(meter.sinceLastCall().orElseThrow()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void aMissingOrMalformedFileGivesNoValue() throws IOException {
        BusyMeter missing = new ProcStatMeter(folder.resolve("missing"));
        missing.sinceLastCall();
        assertThat(missing.sinceLastCall()).isEmpty();
        BusyMeter foreign = new ProcStatMeter(stat("intr many"));
        foreign.sinceLastCall();
        assertThat(foreign.sinceLastCall()).isEmpty();
    }

    @Test
    void thisComputerReportsItsUtilization() {
        BusyMeter meter = ProcessorMeters.ofThisComputer();
        meter.sinceLastCall();
        meter.sinceLastCall().ifPresent(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(meter.source()).isNotBlank();
    }

    private Path stat(String line) throws IOException {
        return Files.writeString(folder.resolve("stat"), line + "\ncpu0 1 2 3 4\n");
    }
}
