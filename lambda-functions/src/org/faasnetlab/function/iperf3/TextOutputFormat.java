package org.faasnetlab.function.iperf3;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plain-text output of every iperf3 version, with {@code -f k}: bounds to 0.01 s, the amount in three digits, the
 * rate to 1 kbit/s. With {@code -V} the end that sends also prints how much processor time both ends used: of an upload
 * this is the client, of a download the server, whose own lines come last with {@code --get-server-output}. With {@code -d}
 * iperf3 prints, before the lines of an interval, what TCP knows about each stream, and a line for every block that it sends.
 */
final class TextOutputFormat implements Iperf3OutputFormat {
    /** Longer numbers are not measurements, and would not fit into a long. */
    private static final String WHOLE = "[0-9]{1,15}";

    private static final String DECIMAL = WHOLE + "(?:\\.[0-9]{1,15})?";
    private static final Pattern MEASUREMENT = Pattern.compile("\\[ *(SUM|[0-9]+)\\] +"
            + "([0-9]{1,9}\\.[0-9]{1,9})-([0-9]{1,9}\\.[0-9]{1,9}) +sec +"
            + "(" + DECIMAL + ") ([KMGT]?)Bytes +(" + DECIMAL + ") Kbits/sec"
            + "(?: +(" + WHOLE + ")(?= |$)(?! +[KMGT]?Bytes))?"
            + ".*");
    private static final Pattern PROCESSORS =
            Pattern.compile("CPU Utilization: local/sender (" + DECIMAL + ")%.*, remote/receiver (" + DECIMAL + ")%.*");
    private static final Pattern TCP_INFO =
            Pattern.compile("tcpi_snd_cwnd ([0-9]{1,9}) tcpi_snd_mss ([0-9]{1,6}) tcpi_rtt ([0-9]{1,10})");
    private static final String SERVER_OUTPUT = "Server output:";
    private static final String OMITTED = "(omitted)";
    private static final List<String> MARKS = List.of(OMITTED, "sender", "receiver");
    /** Half of the last digit of a bound, in microseconds. */
    private static final long BOUND_ROUNDING_MICROS = 5_000;

    private final boolean summed;
    private final boolean withTcpInfo;
    private final TcpInfo tcp = new TcpInfo();
    private @Nullable Integer mss;
    private final long intervalMicros;
    private boolean begun;
    private boolean ticked;
    private boolean fromServer;

    TextOutputFormat(int streams, int intervalMs) {
        this(streams, intervalMs, false);
    }

    /** @param withTcpInfo whether the client sends and reports what TCP knows */
    TextOutputFormat(int streams, int intervalMs, boolean withTcpInfo) {
        this.withTcpInfo = withTcpInfo;
        this.summed = streams > 1;
        this.intervalMicros = intervalMs * 1000L;
    }

    @Override
    public List<String> options() {
        List<String> usual = List.of("--forceflush", "-f", "k", "-V", "--get-server-output");
        return withTcpInfo ? Stream.concat(usual.stream(), Stream.of("-d")).toList() : usual;
    }

    @Override
    public List<String> example() {
        String stream = summed ? "[SUM]" : "[  5]";
        return List.of(
                "[ ID] Interval           Transfer     Bitrate",
                stream + "   0.00-0.10   sec  7.45 MBytes  625000 Kbits/sec                  ",
                stream + "   0.10-0.20   sec  7.45 MBytes  625000 Kbits/sec                  ",
                stream + "   0.20-0.30   sec  7.45 MBytes  625000 Kbits/sec                  ",
                "- - - - - - - - - - - - - - - - - - - - - - - - -",
                stream + "   0.00-0.30   sec  22.4 MBytes  625000 Kbits/sec    1             sender",
                stream + "   0.00-0.30   sec  22.4 MBytes  625000 Kbits/sec                  receiver",
                SERVER_OUTPUT,
                "CPU Utilization: local/sender 3.7% (0.0%u/3.7%s), remote/receiver 0.1% (0.0%u/0.1%s)");
    }

    @Override
    public List<Iperf3Event> read(String line) {
        Iperf3Event trouble = Iperf3Event.Trouble.ofLine(line);
        if (trouble != null) {
            return List.of(trouble);
        }
        if (line.equals(SERVER_OUTPUT)) {
            fromServer = true;
            return List.of();
        }
        if (withTcpInfo && !fromServer && readTcpInfo(line)) {
            return List.of();
        }
        Matcher processors = PROCESSORS.matcher(line);
        if (processors.matches()) {
            String percent = processors.group(fromServer ? 1 : 2);
            return List.of(new Iperf3Event.ServerLoad(Double.parseDouble(percent) / 100));
        }
        Matcher matcher = MEASUREMENT.matcher(line);
        return !fromServer && matcher.matches() ? measurement(matcher) : List.of();
    }

    private boolean readTcpInfo(String line) {
        Matcher info = TCP_INFO.matcher(line);
        if (!info.matches()) {
            return false;
        }
        int segment = Integer.parseInt(info.group(2));
        mss = segment;
        tcp.add(new TcpInfo.Stream(
                Long.parseLong(info.group(3)), null, Long.parseLong(info.group(1)) * segment, null, null));
        return true;
    }

    private List<Iperf3Event> measurement(Matcher matcher) {
        boolean counts = matcher.group(1).equals("SUM") == summed;
        long start = micros(matcher.group(2));
        long end = micros(matcher.group(3));
        String mark = mark(matcher.group());
        List<Iperf3Event> events = new ArrayList<>(3);
        if (!begun) {
            // The "connected" line cannot be used: iperf3 delays it until it prints this one.
            begun = true;
            events.add(new Iperf3Event.Begun(end, mss));
        }
        if (mark == null) {
            addTick(events, matcher.group(1), end);
        }
        if (counts && OMITTED.equals(mark)) {
            tcp.take();
        } else if (counts) {
            PrintedBytes bytes = PrintedBytes.of(matcher.group(4), matcher.group(5), matcher.group(6));
            Long retransmits = matcher.group(7) == null ? null : Long.valueOf(matcher.group(7));
            events.add(
                    mark == null
                            ? new Iperf3Event.Stretch(onGrid(end) ? grid(end) : end, bytes, retransmits, tcp.take())
                            : total(mark.equals("sender"), end - start, bytes, retransmits));
        }
        return events;
    }

    /** The last word of a line if it classifies the measurement. Not part of the pattern, which would be quadratic. */
    private static @Nullable String mark(String line) {
        String text = line.stripTrailing();
        return MARKS.stream().filter(text::endsWith).findFirst().orElse(null);
    }

    /** The printed rate is exact and the printed time is rounded, so the time is adjusted to the rate. */
    private static Iperf3Event.Total total(
            boolean sender, long printedMicros, PrintedBytes bytes, @Nullable Long retransmits) {
        long duration = bytes.durationMicros(printedMicros, BOUND_ROUNDING_MICROS);
        return new Iperf3Event.Total(sender, duration, bytes.in(duration), retransmits);
    }

    /** iperf3 flushes the line of a stream immediately, but delays the line of the sum until the next report. */
    private void addTick(List<Iperf3Event> events, String stream, long end) {
        if (!stream.equals("SUM") && (onGrid(end) || !ticked)) {
            ticked = true;
            events.add(new Iperf3Event.Tick(onGrid(end) ? grid(end) : end));
        }
    }

    /** Reports are due at grid points and never earlier, so a bound that rounds to a grid point is that point. */
    private boolean onGrid(long printedEnd) {
        return Math.abs(grid(printedEnd) - printedEnd) <= BOUND_ROUNDING_MICROS;
    }

    private long grid(long printedEnd) {
        return Math.round(printedEnd / (double) intervalMicros) * intervalMicros;
    }

    private static long micros(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1e6);
    }

    /**
     * The byte count of a printed line. The line contains it twice: as an amount with three digits, and as an exact rate
     * over a less exactly printed time. The rate is used as far as it is consistent with the amount.
     *
     * @param amount the printed amount in bytes
     * @param tolerance half of its last digit in bytes
     * @param bytesPerMicro the printed rate
     */
    private record PrintedBytes(double amount, double tolerance, double bytesPerMicro)
            implements Iperf3Event.MovedBytes {

        /**
         * @param amount as printed, for example {@code 11.9}
         * @param prefix its prefix, a power of 1024: empty, K, M, G or T
         * @param kilobits the printed rate in 1000 bit/s
         */
        static PrintedBytes of(String amount, String prefix, String kilobits) {
            double unit = Math.pow(1024, " KMGT".indexOf(prefix.isEmpty() ? " " : prefix));
            int point = amount.indexOf('.');
            int decimals = point < 0 ? 0 : amount.length() - point - 1;
            return new PrintedBytes(
                    Double.parseDouble(amount) * unit,
                    0.5 * Math.pow(10, -decimals) * unit,
                    Double.parseDouble(kilobits) * 1000 / 8 / 1e6);
        }

        /**
         * The time to transfer the amount at the printed rate, limited to the rounding error of the printed time.
         *
         * @param printedMicros the printed time
         * @param roundingMicros maximum rounding error of the printed time
         */
        long durationMicros(long printedMicros, long roundingMicros) {
            if (bytesPerMicro == 0 || Math.abs(bytesPerMicro * printedMicros - amount) <= tolerance) {
                return printedMicros;
            }
            long exact = Math.round(amount / bytesPerMicro);
            return Math.max(printedMicros - roundingMicros, Math.min(printedMicros + roundingMicros, exact));
        }

        @Override
        public long in(long durationMicros) {
            double byRate = bytesPerMicro * durationMicros;
            return Math.round(Math.abs(byRate - amount) <= tolerance ? byRate : amount);
        }
    }
}
