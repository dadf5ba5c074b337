package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.junit.jupiter.api.Test;

/** Follows iperf3 processes whose output was recorded. */
class Iperf3AttemptTest {
    private final List<FunctionRecord> records = new ArrayList<>();

    @Test
    void withoutTcpInfoTheTransferCountsAndRetransmitsAreUnknown() throws Exception {
        FunctionRecord.Finished finished = follow("text-upload-no-tcp-info.txt", new TextOutputFormat(1, 200));

        assertThat(finished.senderBytes()).isGreaterThan(2_600_000_000L);
        assertThat(finished.receiverBytes()).isGreaterThan(2_600_000_000L);
        assertThat(finished.retransmits()).isNull();
        assertThat(records.stream().filter(FunctionRecord.Measured.class::isInstance))
                .hasSize(5)
                .allSatisfy(
                        measured -> assertThat(interval(measured).retransmits()).isNull());
    }

    @Test
    void otherwiseRetransmitsAreReported() throws Exception {
        assertThat(follow("text-upload.txt", new TextOutputFormat(1, 100)).retransmits())
                .isEqualTo(1);
    }

    private static Interval interval(FunctionRecord measured) {
        return ((FunctionRecord.Measured) measured).interval();
    }

    private FunctionRecord.Finished follow(String recorded, Iperf3OutputFormat format) throws Exception {
        try (InputStream output = Objects.requireNonNull(Iperf3AttemptTest.class.getResourceAsStream(recorded))) {
            TaskContext context =
                    new TaskContext(records::add, new StopSignal(), new TrialClock(new FakeTimeSource(0), 0));
            return new Iperf3Attempt(format, context).follow(new FinishedProcess(output.readAllBytes()));
        }
    }
}
