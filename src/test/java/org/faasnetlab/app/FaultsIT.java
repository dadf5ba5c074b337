package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.testing.fault.FaultCount;
import org.faasnetlab.testing.fault.FaultProgram;
import org.faasnetlab.testing.fault.FaultRound;
import org.faasnetlab.testing.fault.FaultRound.Moment;
import org.faasnetlab.testing.local.TestInstallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./mvnw -Pfaults verify}: one kill while functions transfer. */
@EnabledOnOs(OS.LINUX)
class FaultsIT {
    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void aKilledProgramLosesAtMostTheLastSecondAndLeavesNothing() throws Exception {
        Path dist = Path.of(System.getProperty("faasnetlab.home", "target/dist"));
        FaultCount count;
        try (FaultProgram program = new FaultProgram(dist, folder, TestInstallation.functionCache())) {
            count = new FaultRound(program, 7)
                    .run("iperf3-single", List.of(), Moment.WHILE_MEASURING, false, (lab, running, random) -> {
                        Thread.sleep(1_500);
                        running.process().destroyForcibly();
                    });
        }

        assertThat(count.sent()).isPositive();
        assertThat(count).matches(FaultCount::held);
    }
}
