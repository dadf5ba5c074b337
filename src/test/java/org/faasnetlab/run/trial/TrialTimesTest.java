package org.faasnetlab.run.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testing.run.VirtualClock;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.s3.S3Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialTimesTest {
    @ParameterizedTest
    @CsvSource({"1, 60", "256, 214", "5120, 900"})
    void s3TransferTimeoutDependsOnSizeWithinBounds(long mebibytes, long seconds) {
        Workload workload =
                new S3Workload(Direction.DOWNLOAD, DataSize.ofMebibytes(mebibytes), 4, DataSize.ofMebibytes(8), 100);
        TrialTimes times = TrialTimes.of(VirtualClock.START, workload);
        assertThat(Duration.between(times.t0(), times.deadline()).toSeconds()).isEqualTo(seconds);
        assertThat(times.cutOff()).isEqualTo(times.deadline().plusSeconds(10));
    }
}
