package org.faasnetlab.function.iperf3;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;

/**
 * The output of a client that sends datagrams. Its own intervals are what it has sent; what arrived, and when, is in the
 * output of the server, which the client prints at its end. The clocks of both tests start with the test, the server's half a
 * round trip earlier or later.
 */
final class UdpUploadFormat implements Iperf3OutputFormat {
    private static final String GET_SERVER_OUTPUT = "--get-server-output";
    private static final String SERVER_OUTPUT = "Server output:";
    private static final String SERVER_EVENT = "server_output_text";

    /** A line of a receiving server, of any version and with any unit of bytes and bits. */
    private static final Pattern RECEIVED = Pattern.compile("\\[ *[0-9]{1,6}\\] +"
            + "[0-9]{1,9}\\.[0-9]{1,9}-([0-9]{1,9}\\.[0-9]{1,9}) +sec +"
            + "\\S{1,20} +[KMGT]?Bytes +\\S{1,20} +[KMGT]?bits/sec +"
            + "([0-9]{1,9}\\.[0-9]{1,6}) ms +(-?[0-9]{1,12})/([0-9]{1,12}) \\([^)]{1,12}\\) *");

    private final Iperf3OutputFormat client;
    private final int datagramBytes;
    private boolean fromServer;

    /** @param client the format of the client's own lines */
    UdpUploadFormat(Iperf3OutputFormat client, int datagramBytes) {
        this.client = client;
        this.datagramBytes = datagramBytes;
    }

    @Override
    public List<String> options() {
        List<String> usual = client.options();
        return usual.contains(GET_SERVER_OUTPUT)
                ? usual
                : Stream.concat(usual.stream(), Stream.of(GET_SERVER_OUTPUT)).toList();
    }

    @Override
    public List<Iperf3Event> read(String line) {
        if (line.equals(SERVER_OUTPUT)) {
            fromServer = true;
        }
        List<Iperf3Event> events = new ArrayList<>();
        for (Iperf3Event event : client.read(line)) {
            events.add(event instanceof Iperf3Event.Stretch sent ? offered(sent) : event);
        }
        if (fromServer) {
            addReceived(events, line);
        } else if (line.startsWith("{") && line.contains(SERVER_EVENT)) {
            serverText(line).lines().forEach(received -> addReceived(events, received));
        }
        return events;
    }

    private Iperf3Event offered(Iperf3Event.Stretch sent) {
        Double datagrams = sent.metrics().get("udp_datagrams");
        return new Iperf3Event.Offered(sent.endMicros(), datagrams == null ? 0 : bytes(datagrams.longValue()));
    }

    /** Empty if it is another event, or the output of a server that was started with {@code -J}. */
    private static String serverText(String line) {
        try {
            JsonFields event = JsonFields.parse(line);
            return event.text("event").equals(SERVER_EVENT) ? event.text("data") : "";
        } catch (ProtocolException e) {
            return "";
        }
    }

    private void addReceived(List<Iperf3Event> events, String line) {
        Matcher interval = RECEIVED.matcher(line);
        if (interval.matches()) {
            UdpCounts counts = new UdpCounts(
                    Long.parseLong(interval.group(4)),
                    Long.parseLong(interval.group(3)),
                    Double.parseDouble(interval.group(2)));
            events.add(new Iperf3Event.Stretch(
                    Math.round(Double.parseDouble(interval.group(1)) * 1e6),
                    duration -> bytes(counts.arrived()),
                    null,
                    counts.values()));
        }
    }

    private long bytes(long datagrams) {
        return Math.max(0, datagrams) * datagramBytes;
    }
}
