package org.faasnetlab.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
    private static final long T0 = 1_800_000_000_000L;

    private final FakeTimeSource time = new FakeTimeSource(T0);
    private final StopSignal stop = new StopSignal();
    private final List<String> lines = new ArrayList<>();
    private final RecordWriter records =
            new RecordWriter(line -> lines.add(new String(line, StandardCharsets.UTF_8)), stop, time);

    @Test
    void aRecordIsOneLine() {
        records.emit(new FunctionRecord.Started(5));

        assertThat(lines).containsExactly("{\"type\":\"started\",\"offsetUs\":5}\n");
    }

    @Test
    void aHeartbeatIsSentAfterFiveSecondsWithoutRecordsAndNotBefore() {
        time.advanceMillis(3_000);
        records.emit(new FunctionRecord.Started(5));
        time.advanceMillis(4_999);
        assertThat(records.heartbeatIfQuiet()).isEqualTo(1_000_000L);
        assertThat(lines).hasSize(1);

        time.advanceMillis(1);
        assertThat(records.heartbeatIfQuiet()).isEqualTo(RecordWriter.HEARTBEAT_NANOS);
        assertThat(lines).last().isEqualTo("{\"type\":\"heartbeat\"}\n");
    }

    @Test
    void nothingFollowsTheLastRecord() {
        records.emit(new FunctionRecord.Failed(FailureReason.DEADLINE, "The deadline came.", false));
        time.advanceMillis(10_000);
        records.heartbeatIfQuiet();
        records.emit(new FunctionRecord.Started(5));

        assertThat(lines).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeSentStopsTheInvocation() {
        RecordWriter broken = new RecordWriter(
                line -> {
                    throw new IOException("gone");
                },
                stop,
                time);
        broken.emit(new FunctionRecord.Started(5));

        assertThat(stop.cause()).isEqualTo(StopSignal.Cause.LISTENER_GONE);
    }

    @Test
    void theWatchdogStopsTheInvocationAtItsDeadline() {
        InvocationWatchdog watch = new InvocationWatchdog(records, stop, new TrialClock(time, T0), 1_000_000);

        assertThat(watch.step()).isEqualTo(1_000_000_000L);
        time.advanceMillis(999);
        assertThat(watch.step()).isEqualTo(1_000_000L);
        assertThat(stop.cause()).isNull();
        time.advanceMillis(1);
        watch.step();
        assertThat(stop.cause()).isEqualTo(StopSignal.Cause.DEADLINE);
    }
}
