package org.faasnetlab.workload.iperf3;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;
import org.faasnetlab.workload.Metrics;

/**
 * What TCP knows about the streams of a function at the end of an interval; of a function, the median over its intervals. It is known only where the function sends: for
 * uploads. Times are means over the streams of a function, windows their sums.
 */
public final class TcpMetrics {
    /** Smoothed round-trip time. */
    public static final Metric RTT = new Metric(
            "tcp_rtt_us", "TCP RTT", Unit.MICROSECONDS, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.LOWER);

    /** Mean deviation of the round-trip time; from iperf3 3.17 on. */
    public static final Metric RTT_VARIATION = new Metric(
            "tcp_rttvar_us",
            "TCP RTT variation",
            Unit.MICROSECONDS,
            Aggregation.MEDIAN,
            Aggregation.MEDIAN,
            Better.LOWER);

    /** Congestion window. */
    public static final Metric CONGESTION_WINDOW = bytes("tcp_cwnd", "Congestion window");

    /** Window that the receiver advertises; from iperf3 3.17 on. */
    public static final Metric SEND_WINDOW = bytes("tcp_snd_wnd", "Send window");

    /** Path MTU; from iperf3 3.17 on. */
    public static final Metric PATH_MTU = bytes("tcp_pmtu", "Path MTU");

    private TcpMetrics() {}

    /** Why downloads have no values. */
    public static final Phrase ONLY_WHERE_SENT =
            Phrase.of("What TCP knows (tcpInfo) is reported where the function sends: of uploads, not of downloads.");

    /** What iperf3 can report; from 3.17 on all of them. */
    public static final List<Metric> ALL = List.of(RTT, RTT_VARIATION, CONGESTION_WINDOW, SEND_WINDOW, PATH_MTU);

    /** What tables and answers state beside the rate. */
    static final List<Metric> BESIDE_RATE = List.of(Metrics.RETRANSMITS, RTT, CONGESTION_WINDOW);

    /** Metrics, with those of TCP at the end if they are reported: of intervals, and of functions, as medians over their intervals. */
    static List<Metric> with(List<Metric> own, boolean reported) {
        List<Metric> all = new ArrayList<>(own);
        if (reported) {
            all.addAll(ALL);
        }
        return List.copyOf(all);
    }

    private static Metric bytes(String id, String label) {
        return new Metric(id, label, Unit.BYTES, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.NEITHER);
    }
}
