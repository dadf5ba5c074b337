package org.faasnetlab.function.iperf3;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/** {@code --json-stream}, from iperf3 3.17 on: one JSON event a line, with exact times and bytes. */
final class JsonStreamFormat implements Iperf3OutputFormat {
    private @Nullable Integer mss;
    private boolean begun;

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
                case "interval" -> interval(event.fields("data").fields("sum"));
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

    private List<Iperf3Event> interval(JsonFields sum) throws ProtocolException {
        long end = micros(sum.decimal("end"));
        long bytes = sum.number("bytes");
        List<Iperf3Event> events = new ArrayList<>(3);
        if (!begun) {
            begun = true;
            events.add(new Iperf3Event.Begun(end, mss));
        }
        if (!sum.flag("omitted")) {
            events.add(new Iperf3Event.Tick(end));
            events.add(new Iperf3Event.Stretch(end, duration -> bytes, sum.optionalNumber("retransmits")));
        }
        return events;
    }

    private static List<Iperf3Event> totals(JsonFields data) throws ProtocolException {
        double serverPercent = data.fields("cpu_utilization_percent").decimal("remote_total");
        return List.of(
                total(true, data.fields("sum_sent")),
                total(false, data.fields("sum_received")),
                new Iperf3Event.ServerLoad(serverPercent / 100));
    }

    private static Iperf3Event total(boolean sender, JsonFields sum) throws ProtocolException {
        // "seconds" is the client's time even where the server counted; the bounds are those of the counting end.
        long duration = micros(sum.decimal("end")) - micros(sum.decimal("start"));
        return new Iperf3Event.Total(sender, duration, sum.number("bytes"), sum.optionalNumber("retransmits"));
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
