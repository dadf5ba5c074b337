package org.faasnetlab.run.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.ProbeHistograms;
import org.junit.jupiter.api.Test;

class RelayedRecordsTest {
    @Test
    void whatTcpKnowsAboutTheWayToTheRelayIsLeftOut() {
        MetricValues probed = MetricValues.of(Map.of("tcp_efficiency", 1.0, "loaded_rtt_p50_us", 300.0));
        assertThat(RelayedRecords.withoutTcp(new FunctionRecord.Finished(
                        10, 9, 1, 2, 0L, 32_768, 3L, 4L, 0.5, probed, ProbeHistograms.NONE)))
                .isEqualTo(new FunctionRecord.Finished(
                        10,
                        9,
                        1,
                        2,
                        null,
                        null,
                        3L,
                        4L,
                        0.5,
                        MetricValues.of("loaded_rtt_p50_us", 300),
                        ProbeHistograms.NONE));
        MetricValues ofInterval = MetricValues.of("probe_rtt_us", 300);
        assertThat(RelayedRecords.withoutTcp(new FunctionRecord.Measured(new Interval(1, 2, 3, 0L, ofInterval))))
                .isEqualTo(new FunctionRecord.Measured(new Interval(1, 2, 3, null, ofInterval)));
    }

    @Test
    void otherRecordsAreUnchanged() {
        FunctionRecord started = new FunctionRecord.Started(5);
        assertThat(RelayedRecords.withoutTcp(started)).isSameAs(started);
        FunctionRecord s3 = new FunctionRecord.Measured(new Interval(1, 2, 3, null));
        assertThat(RelayedRecords.withoutTcp(s3)).isEqualTo(s3);
    }
}
