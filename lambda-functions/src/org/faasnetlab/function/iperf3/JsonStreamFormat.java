package org.faasnetlab.function.iperf3;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/** {@code --json-stream}, from iperf3 3.17 on: one JSON event a line, with exact times and bytes. */
final class JsonStreamFormat implements Iperf3OutputFormat {
    private final boolean withTcpInfo;
    private @Nullable Integer mss;
    private boolean begun;

    JsonStreamFormat() {
        this(false);
    }

    /** @param withTcpInfo whether intervals report what TCP knows, where the client sends */
    JsonStreamFormat(boolean withTcpInfo) {
        this.withTcpInfo = withTcpInfo;
    }

    @Override
    public List<String> options() {
        return List.of("--json-stream");
    }

    @Override
    public List<Iperf3Event> read(String line) {
        if (!line.startsWith("{")) {
            Iperf3Event trouble = Iperf3Event.Trouble.ofLine(line);
            return trouble == null ? List.of() : List.of(trouble);
        }
        try {
            JsonFields event = JsonFields.parse(line);
            return switch (event.text("event")) {
                case "start" -> start(event.fields("data"));
                case "interval" -> interval(event.fields("data"));
                case "end" -> totals(event.fields("data"));
                case "error" -> List.of(Iperf3Event.Trouble.ofWords(event.text("data")));
                default -> List.of();
            };
        } catch (ProtocolException e) {
            // An end event without sums belongs to a failed test, which iperf3 reports in a separate event.
            return List.of();
        }
    }

    /** Not used for timing: iperf3 delays this event until it prints the first interval. */
    private List<Iperf3Event> start(JsonFields data) throws ProtocolException {
        mss = data.optionalInteger("tcp_mss_default");
        return List.of();
    }

    private List<Iperf3Event> interval(JsonFields data) throws ProtocolException {
        JsonFields sum = data.fields("sum");
        long end = micros(sum.decimal("end"));
        long bytes = bytes(sum);
        List<Iperf3Event> events = new ArrayList<>(3);
        if (!begun) {
            begun = true;
            events.add(new Iperf3Event.Begun(end, mss));
        }
        if (!sum.flag("omitted")) {
            events.add(new Iperf3Event.Tick(end));
            events.add(new Iperf3Event.Stretch(
                    end, duration -> bytes, sum.optionalNumber("retransmits"), metrics(data, sum)));
        }
        return events;
    }

    /** Only a sending client has these values. */
    private MetricValues tcp(JsonFields data) throws ProtocolException {
        TcpInfo tcp = new TcpInfo();
        if (withTcpInfo) {
            for (JsonFields stream : data.list("streams")) {
                Long rtt = stream.optionalNumber("rtt");
                Long window = stream.optionalNumber("snd_cwnd");
                if (rtt != null && window != null) {
                    tcp.add(new TcpInfo.Stream(
                            rtt,
                            stream.optionalNumber("rttvar"),
                            window,
                            stream.optionalNumber("snd_wnd"),
                            stream.optionalNumber("pmtu")));
                }
            }
        }
        return tcp.take();
    }

    private MetricValues metrics(JsonFields data, JsonFields sum) throws ProtocolException {
        MetricValues datagrams = datagrams(sum);
        return datagrams.isEmpty() ? tcp(data) : datagrams;
    }

    /** Only UDP tests have datagrams, and only the receiver of an interval knows which were lost. */
    private static MetricValues datagrams(JsonFields sum) throws ProtocolException {
        Long datagrams = sum.optionalNumber("packets");
        return datagrams == null
                ? MetricValues.NONE
                : new UdpCounts(datagrams, sum.optionalNumber("lost_packets"), sum.optionalDecimal("jitter_ms"))
                        .values();
    }

    private static List<Iperf3Event> totals(JsonFields data) throws ProtocolException {
        double serverPercent = data.fields("cpu_utilization_percent").decimal("remote_total");
        List<Iperf3Event> events = new ArrayList<>(List.of(
                total(true, data.fields("sum_sent")),
                total(false, data.fields("sum_received")),
                new Iperf3Event.ServerLoad(serverPercent / 100)));
        if (data.fields("sum_received").optionalNumber("packets") != null) {
            for (JsonFields stream : data.list("streams")) {
                events.add(new Iperf3Event.OutOfOrder(stream.fields("udp").number("out_of_order")));
            }
        }
        return events;
    }

    private static Iperf3Event total(boolean sender, JsonFields sum) throws ProtocolException {
        // "seconds" is the client's time even where the server counted; the bounds are those of the counting end.
        long duration = micros(sum.decimal("end")) - micros(sum.decimal("start"));
        return new Iperf3Event.Total(sender, duration, bytes(sum), sum.optionalNumber("retransmits"), datagrams(sum));
    }

    private static long bytes(JsonFields sum) throws ProtocolException {
        long bytes = sum.number("bytes");
        if (bytes < 0) {
            throw new ProtocolException("negative bytes");
        }
        return bytes;
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
