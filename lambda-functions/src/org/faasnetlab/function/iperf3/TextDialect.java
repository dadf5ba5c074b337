package org.faasnetlab.function.iperf3;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines for people that every iperf3 prints, with {@code -f k}: bounds to 0.01 s, the amount in three digits, the
 * rate to 1 kbit/s.
 */
final class TextDialect implements Iperf3Dialect {
    private static final Pattern MEASUREMENT = Pattern.compile("\\[ *(SUM|[0-9]+)\\] +"
            + "([0-9]+\\.[0-9]+)-([0-9]+\\.[0-9]+) +sec +"
            + "([0-9.]+) ([KMGT]?)Bytes +([0-9.]+) Kbits/sec"
            + "(?: +([0-9]+)(?= |$)(?! +[KMGT]?Bytes))?"
            + ".*?(\\(omitted\\)|sender|receiver)? *");
    private static final Pattern CONNECTED = Pattern.compile("\\[ *[0-9]+\\] local .* connected to .*");
    /** Half of the last digit of a bound, in microseconds. */
    private static final long BOUND_ROUNDING_MICROS = 5_000;

    private final boolean summed;
    private final long intervalMicros;
    private boolean connected;

    TextDialect(int streams, int intervalMs) {
        this.summed = streams > 1;
        this.intervalMicros = intervalMs * 1000L;
    }

    @Override
    public List<String> options() {
        return List.of("--forceflush", "-f", "k");
    }

    @Override
    public List<Iperf3Event> read(String line) {
        Iperf3Event trouble = Iperf3Event.Trouble.ofLine(line);
        if (trouble != null) {
            return List.of(trouble);
        }
        if (!connected && CONNECTED.matcher(line).matches()) {
            connected = true;
            return List.of(new Iperf3Event.Connected(null));
        }
        Matcher matcher = MEASUREMENT.matcher(line);
        if (!matcher.matches() || matcher.group(1).equals("SUM") != summed) {
            return List.of();
        }
        return measurement(matcher);
    }

    private List<Iperf3Event> measurement(Matcher matcher) {
        long printedStart = micros(matcher.group(2));
        long printedEnd = micros(matcher.group(3));
        PrintedBytes bytes = PrintedBytes.of(matcher.group(4), matcher.group(5), matcher.group(6));
        Long retransmits = matcher.group(7) == null ? null : Long.valueOf(matcher.group(7));
        @Nullable String mark = matcher.group(8);
        if ("(omitted)".equals(mark)) {
            return List.of();
        }
        if (mark != null) {
            long duration = printedEnd - printedStart;
            return List.of(new Iperf3Event.Total(mark.equals("sender"), duration, bytes.in(duration), retransmits));
        }
        // Reports fall due on a grid, never before; a bound that rounds to a point of the grid is that point.
        long grid = Math.round(printedEnd / (double) intervalMicros) * intervalMicros;
        boolean onGrid = Math.abs(grid - printedEnd) <= BOUND_ROUNDING_MICROS;
        return List.of(new Iperf3Event.Stretch(onGrid ? grid : printedEnd, onGrid, bytes, retransmits));
    }

    private static long micros(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1e6);
    }
}
