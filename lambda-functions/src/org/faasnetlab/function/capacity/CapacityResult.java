package org.faasnetlab.function.capacity;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;

/**
 * What a search has found, as metrics of the application's CapacityMetrics, which this code cannot import. Rates at the IP layer
 * contain the headers of IP and UDP or TCP, without options other than TCP's time stamp.
 *
 * @param ipv6 whether the datagrams have headers of IPv6
 * @param tcp the test after it
 */
record CapacityResult(CapacitySearch search, boolean ipv6, FunctionRecord.Finished tcp) {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 32;

    MetricValues metrics() {
        Map<String, Double> values = new TreeMap<>();
        values.put("capacity_steps", (double) search.steps());
        double tcpRate = ofTcp();
        values.put("capacity_tcp_bit_per_s", tcpRate);
        CapacityStep capacity = search.capacity();
        CapacityStep best = search.best();
        CapacityStep leastLossy = search.leastLossy();
        if (capacity != null && best != null) {
            double rate = ofUdp(capacity.received());
            values.put("capacity_bit_per_s", rate);
            values.put("capacity_max_bit_per_s", Math.max(rate, ofUdp(best.received())));
            values.put("capacity_confirmed", search.isConfirmed() ? 1.0 : 0.0);
            values.put("capacity_sender_limited", capacity.sentItsRate() ? 0.0 : 1.0);
            if (search.notCarried() != null && rate > 0) {
                // Of a lower bound, a share would have no meaning.
                values.put("capacity_tcp_share", tcpRate / rate);
            }
        }
        CapacityStep ofLoss = capacity == null ? leastLossy : capacity;
        if (ofLoss != null) {
            values.put("capacity_loss", ofLoss.loss());
            values.put("capacity_reordering", ofLoss.reordered());
        }
        Long notCarried = search.notCarried();
        if (notCarried != null) {
            values.put("capacity_exceeded_bit_per_s", ofUdp(notCarried));
        }
        return MetricValues.of(values);
    }

    private int ipHeader() {
        return ipv6 ? IPV6_HEADER : IPV4_HEADER;
    }

    private double ofUdp(double payload) {
        return payload * (CapacityJob.DATAGRAM_BYTES + UDP_HEADER + ipHeader()) / CapacityJob.DATAGRAM_BYTES;
    }

    /** Unless iperf3 reports the segment size, that of packets of 1,500 bytes. */
    private double ofTcp() {
        double payload = tcp.receiverBytes() * 8e6 / Math.max(1, tcp.durationMicros());
        Integer reported = tcp.mss();
        int segment = reported == null || reported <= 0 ? CapacityJob.DATAGRAM_BYTES : reported;
        return payload * (segment + TCP_HEADER + ipHeader()) / segment;
    }
}
