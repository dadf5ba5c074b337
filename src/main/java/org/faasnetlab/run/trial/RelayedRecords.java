package org.faasnetlab.run.trial;

import java.util.Set;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;

/**
 * Records of functions whose connections a relay ends. Retransmits, segment size and what is derived from them describe the way
 * to the relay, which is not the one that is measured.
 */
final class RelayedRecords {
    private static final Set<String> TCP = Metric.ids(TcpMetrics.ALL);

    private RelayedRecords() {}

    /** The record without what TCP knows about its connection. */
    static FunctionRecord withoutTcp(FunctionRecord functionRecord) {
        if (functionRecord instanceof FunctionRecord.Measured measured) {
            return new FunctionRecord.Measured(withoutTcp(measured.interval()));
        }
        return functionRecord instanceof FunctionRecord.Finished finished ? withoutTcp(finished) : functionRecord;
    }

    private static Interval withoutTcp(Interval interval) {
        return interval.retransmits() == null
                ? interval
                : new Interval(
                        interval.offsetMicros(), interval.durationMicros(), interval.bytes(), null, interval.metrics());
    }

    private static FunctionRecord withoutTcp(FunctionRecord.Finished finished) {
        return new FunctionRecord.Finished(
                finished.senderBytes(),
                finished.receiverBytes(),
                finished.offsetMicros(),
                finished.durationMicros(),
                null,
                null,
                finished.firstByteMicros(),
                finished.cpuMicros(),
                finished.serverProcessors(),
                finished.metrics()
                        .only(finished.metrics().names().stream()
                                .filter(name -> !name.equals(ProbeMetrics.TCP_EFFICIENCY.id()) && !TCP.contains(name))
                                .toList()),
                finished.probes());
    }
}
