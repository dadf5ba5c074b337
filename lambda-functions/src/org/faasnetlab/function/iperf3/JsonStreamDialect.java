package org.faasnetlab.function.iperf3;

import java.util.List;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;

/** {@code --json-stream}, from iperf3 3.17 on: one JSON event a line, with exact times and bytes. */
final class JsonStreamDialect implements Iperf3Dialect {

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
                case "start" ->
                    List.of(new Iperf3Event.Begun(0, event.fields("data").optionalInteger("tcp_mss_default")));
                case "interval" -> stretch(event.fields("data").fields("sum"));
                case "end" -> totals(event.fields("data"));
                case "error" -> List.of(Iperf3Event.Trouble.ofWords(event.text("data")));
                default -> List.of();
            };
        } catch (ProtocolException notAnEvent) {
            // An end without sums belongs to a test that failed, and iperf3 says so in an event of its own.
            return List.of();
        }
    }

    private static List<Iperf3Event> stretch(JsonFields sum) throws ProtocolException {
        if (sum.flag("omitted")) {
            return List.of();
        }
        long bytes = sum.number("bytes");
        long end = micros(sum.decimal("end"));
        return List.of(
                new Iperf3Event.Tick(end),
                new Iperf3Event.Stretch(end, duration -> bytes, sum.optionalNumber("retransmits")));
    }

    private static List<Iperf3Event> totals(JsonFields data) throws ProtocolException {
        return List.of(total(true, data.fields("sum_sent")), total(false, data.fields("sum_received")));
    }

    private static Iperf3Event total(boolean sender, JsonFields sum) throws ProtocolException {
        return new Iperf3Event.Total(
                sender, micros(sum.decimal("seconds")), sum.number("bytes"), sum.optionalNumber("retransmits"));
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
