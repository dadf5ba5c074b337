package org.faasnetlab.function.iperf3;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.measure.MetricValues;
import org.jspecify.annotations.Nullable;

/**
 * The plain-text output of UDP tests of every iperf3 version. Lines have those of TCP tests, in their format, and then
 * jitter, lost and sent datagrams where the client receives and in the totals, or only sent datagrams where it sends.
 */
final class UdpTextFormat implements Iperf3OutputFormat {
    private static final Pattern RECEIVED =
            Pattern.compile(" Kbits/sec +([0-9]{1,9}\\.[0-9]{1,6}) ms +(-?[0-9]{1,12})/([0-9]{1,12}) \\(");
    private static final Pattern SENT = Pattern.compile(" Kbits/sec +([0-9]{1,12}) *$");
    private static final Pattern OUT_OF_ORDER = Pattern.compile("([0-9]{1,12}) datagrams received out-of-order");

    private final TextOutputFormat lines;

    UdpTextFormat(int intervalMs) {
        lines = new TextOutputFormat(1, intervalMs);
    }

    @Override
    public List<String> options() {
        return lines.options();
    }

    @Override
    public List<Iperf3Event> read(String line) {
        Matcher outOfOrder = OUT_OF_ORDER.matcher(line);
        if (outOfOrder.find()) {
            return List.of(new Iperf3Event.OutOfOrder(Long.parseLong(outOfOrder.group(1))));
        }
        UdpCounts counts = counts(line);
        List<Iperf3Event> events = new ArrayList<>();
        for (Iperf3Event event : lines.read(line)) {
            events.add(counts == null ? event : with(counts.values(), event));
        }
        return events;
    }

    private static @Nullable UdpCounts counts(String line) {
        Matcher received = RECEIVED.matcher(line);
        if (received.find()) {
            return new UdpCounts(
                    Long.parseLong(received.group(3)),
                    Long.parseLong(received.group(2)),
                    Double.parseDouble(received.group(1)));
        }
        Matcher sent = SENT.matcher(line);
        return sent.find() ? new UdpCounts(Long.parseLong(sent.group(1)), null, null) : null;
    }

    private static Iperf3Event with(MetricValues counts, Iperf3Event event) {
        if (event instanceof Iperf3Event.Stretch stretch) {
            // The number of datagrams stands where TCP has retransmits.
            return new Iperf3Event.Stretch(stretch.endMicros(), stretch.moved(), null, counts);
        }
        if (event instanceof Iperf3Event.Total total) {
            return new Iperf3Event.Total(total.sender(), total.durationMicros(), total.bytes(), null, counts);
        }
        return event;
    }
}
