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
 * @param blocked whether the network carries no datagrams at all, so that nothing was searched
 */
record CapacityResult(CapacitySearch search, boolean ipv6, FunctionRecord.Finished tcp, boolean blocked) {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    private static final int TCP_HEADER = 32;

    /** More than the resolution of the search and the deviation of short tests. */
    private static final double NOTABLE = 1.05;

    MetricValues metrics() {
        Map<String, Double> values = new TreeMap<>();
        values.put("capacity_steps", (double) search.steps());
        values.put("capacity_udp_blocked", blocked ? 1.0 : 0.0);
        double tcpRate = ofTcp();
        values.put("capacity_tcp_bit_per_s", tcpRate);
        CapacityStep capacity = search.capacity();
        CapacityStep best = search.best();
        CapacityStep leastLossy = search.leastLossy();
        Long notCarried = search.notCarried();
        boolean refuted = false;
        if (capacity != null && best != null) {
            double rate = ofUdp(capacity.received());
            double most = Math.max(rate, ofUdp(best.received()));
            // Before its end, a search knows only that the limit is below what was not carried.
            double highest = search.isConfirmed() || notCarried == null ? most : Math.max(most, ofUdp(notCarried));
            refuted = notCarried != null && tcpRate > NOTABLE * highest;
            boolean senderLimited = refuted || search.isSenderLimited();
            values.put("capacity_bit_per_s", rate);
            values.put("capacity_max_bit_per_s", most);
            values.put("capacity_confirmed", search.isConfirmed() ? 1.0 : 0.0);
            values.put("capacity_sender_limited", senderLimited ? 1.0 : 0.0);
            boolean lowerBound = senderLimited || notCarried == null || !search.isConfirmed();
            if (!lowerBound && rate > 0 && tcpRate <= NOTABLE * rate) {
                // Of a lower bound, a share would have no meaning, nor of a rate that includes a burst.
                values.put("capacity_tcp_share", tcpRate / rate);
            }
        }
        CapacityStep ofLoss = capacity == null ? leastLossy : capacity;
        if (ofLoss != null) {
            values.put("capacity_loss", ofLoss.loss());
            values.put("capacity_reordering", ofLoss.reordered());
        }
        if (notCarried != null && !refuted) {
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
