package org.faasnetlab.protocol;

import java.util.Map;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the values of a record are possible. A record with an impossible value is refused where it is read, so
 * that one faulty function fails and nothing that follows has to expect such values.
 */
final class RecordRanges implements FunctionRecord.Handler<ProtocolException> {
    /** A Lambda function lives 15 minutes, and T0 is at most some minutes after its invocation. */
    static final long MAX_MICROS = 3_600_000_000L;

    /** One hour at 220 Gbit/s. Sums over 10,000 functions still fit a long. */
    static final long MAX_BYTES = 100_000_000_000_000L;

    private static final long MAX_RETRANSMITS = 1_000_000_000_000L;
    private static final int MAX_MEMORY_MB = 1_000_000;
    private static final int MAX_MSS = 1_000_000;
    private static final int MAX_PROCESSORS = 10_000;

    private static final int MAX_FACTS = 32;
    private static final int MAX_FACT_NAME = 64;
    private static final int MAX_FACT_VALUE = 256;

    private static final int MAX_COMMAND_LENGTH = 4_096;

    /** The end of the year 2099. */
    private static final long MAX_CLOCK_MICROS = 4_102_444_800_000_000L;

    @Override
    public void on(FunctionRecord.Ready ready) throws ProtocolException {
        check("memoryMb", ready.memoryMb(), 0, MAX_MEMORY_MB);
        check("clockEpochUs", ready.clockEpochMicros(), 0, MAX_CLOCK_MICROS);
        check("receivedEpochUs", ready.receivedEpochMicros(), MAX_CLOCK_MICROS);
        check("number of facts in system", ready.system().size(), 0, MAX_FACTS);
        for (Map.Entry<String, String> fact : ready.system().entrySet()) {
            check("length of a name in system", fact.getKey().length(), 1, MAX_FACT_NAME);
            check("length of a value in system", fact.getValue().length(), 0, MAX_FACT_VALUE);
        }
    }

    @Override
    public void on(FunctionRecord.Started started) throws ProtocolException {
        check("offsetUs", started.offsetMicros(), -MAX_MICROS, MAX_MICROS);
        String command = started.command();
        if (command != null && command.length() > MAX_COMMAND_LENGTH) {
            throw new ProtocolException(
                    "command has " + command.length() + " characters, more than " + MAX_COMMAND_LENGTH);
        }
    }

    @Override
    public void on(FunctionRecord.Measured measured) throws ProtocolException {
        Interval interval = measured.interval();
        checkTimes(interval.offsetMicros(), interval.durationMicros());
        check("bytes", interval.bytes(), 0, MAX_BYTES);
        check("retransmits", interval.retransmits(), MAX_RETRANSMITS);
    }

    @Override
    public void on(FunctionRecord.Heartbeat heartbeat) {
        // It has no values.
    }

    @Override
    public void on(FunctionRecord.Finished finished) throws ProtocolException {
        checkTimes(finished.offsetMicros(), finished.durationMicros());
        check("senderBytes", finished.senderBytes(), 0, MAX_BYTES);
        check("receiverBytes", finished.receiverBytes(), 0, MAX_BYTES);
        check("retransmits", finished.retransmits(), MAX_RETRANSMITS);
        check("mss", finished.mss() == null ? null : (Long) finished.mss().longValue(), MAX_MSS);
        check("firstByteUs", finished.firstByteMicros(), MAX_MICROS);
        check("cpuUs", finished.cpuMicros(), MAX_MICROS * MAX_PROCESSORS);
        Double processors = finished.serverProcessors();
        // Also refuses NaN.
        if (processors != null && !(processors >= 0 && processors <= MAX_PROCESSORS)) {
            throw outOfRange("serverProcessors", processors, 0, MAX_PROCESSORS);
        }
    }

    @Override
    public void on(FunctionRecord.Failed failed) {
        // Its texts may be anything.
    }

    private static void checkTimes(long offsetMicros, long durationMicros) throws ProtocolException {
        check("offsetUs", offsetMicros, -MAX_MICROS, MAX_MICROS);
        check("durationUs", durationMicros, 0, MAX_MICROS);
        // The probe, which does not wait for T0, transfers nothing and takes no time.
        if (durationMicros > 0 && offsetMicros + durationMicros < 0) {
            throw new ProtocolException("a transfer ends " + -(offsetMicros + durationMicros) + " us before T0");
        }
    }

    private static void check(String field, @Nullable Long value, long max) throws ProtocolException {
        if (value != null) {
            check(field, value, 0, max);
        }
    }

    private static void check(String field, long value, long min, long max) throws ProtocolException {
        if (value < min || value > max) {
            throw outOfRange(field, value, min, max);
        }
    }

    private static ProtocolException outOfRange(String field, Number value, long min, long max) {
        return new ProtocolException(field + " must be " + min + " to " + max + ", not " + value);
    }
}
