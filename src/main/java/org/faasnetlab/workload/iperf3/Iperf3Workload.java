package org.faasnetlab.workload.iperf3;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.workload.InvalidValueException;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * An iperf3 test of each function against its own server process.
 *
 * @param seconds length of the test, at least 1
 * @param streams parallel TCP streams, 1 to 128
 * @param intervalMs reported interval in milliseconds, at least 100
 * @param omitSeconds seconds omitted at the start, 0 to 60
 * @param congestion TCP congestion control algorithm, or null for the system's default
 * @param probeMs time between two latency probes in milliseconds, or null without them
 * @param tcpInfo whether uploads report what TCP knows about their streams
 */
public record Iperf3Workload(
        Direction direction,
        int seconds,
        int streams,
        int intervalMs,
        int omitSeconds,
        @Nullable String congestion,
        @Nullable Integer probeMs,
        boolean tcpInfo)
        implements Workload {
    static final String SYSTEM = "system";

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int MAJOR = 3;
    private static final int FIRST_MINOR_WITH_THREADS = 16;

    /** A test without options. */
    public Iperf3Workload(
            Direction direction,
            int seconds,
            int streams,
            int intervalMs,
            int omitSeconds,
            @Nullable String congestion) {
        this(direction, seconds, streams, intervalMs, omitSeconds, congestion, null, false);
    }

    @Override
    public Iperf3Type type() {
        return Iperf3Type.IPERF3;
    }

    @Override
    public Iperf3Workload withDirection(Direction value) {
        return new Iperf3Workload(value, seconds, streams, intervalMs, omitSeconds, congestion, probeMs, tcpInfo);
    }

    @Override
    public int parallelism() {
        return streams;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Time(seconds, omitSeconds);
    }

    @Override
    public SortedMap<String, String> details() {
        SortedMap<String, String> details = new TreeMap<>(Map.of(
                "intervalMs", String.valueOf(intervalMs),
                "omit", String.valueOf(omitSeconds),
                "congestion", congestion == null ? SYSTEM : congestion));
        if (probeMs != null) {
            details.put(ProbeSetting.KEY, ProbeSetting.format(probeMs));
        }
        if (tcpInfo) {
            details.put(Iperf3Settings.TCP_INFO, Iperf3Settings.ON);
        }
        return details;
    }

    @Override
    public List<Metric> intervalMetrics() {
        return ProbeMetrics.withIntervals(TcpMetrics.with(type().intervalMetrics(), tcpInfo), probeMs != null);
    }

    @Override
    public List<Metric> metricsBesideRate() {
        return ProbeMetrics.besideRate(tcpInfo ? TcpMetrics.BESIDE_RATE : List.of(), probeMs != null);
    }

    @Override
    public List<Metric> functionMetrics() {
        return ProbeMetrics.withFunctions(TcpMetrics.with(type().functionMetrics(), tcpInfo), probeMs != null);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A server can use one processor before iperf3 3.16, and one for each stream since then. Both ends have the same
     * version: on AWS functions download the servers' iperf3, and on this computer there is only one.
     */
    @Override
    public @Nullable Double serverUtilization(FunctionRecord.Ready ready, FunctionRecord.Finished totals) {
        String version = ready.iperf3Version();
        Double processors = totals.serverProcessors();
        return version == null || processors == null
                ? null
                : (Double) Math.min(1, processors / threads(version, streams));
    }

    private static int threads(String version, int streams) {
        Matcher matcher = VERSION.matcher(version);
        boolean single = matcher.matches()
                && Integer.parseInt(matcher.group(1)) == MAJOR
                && Integer.parseInt(matcher.group(2)) < FIRST_MINOR_WITH_THREADS;
        return single ? 1 : streams;
    }

    /**
     * Parses the name of a congestion control algorithm; null for {@code system}, the system's default.
     *
     * @throws IllegalArgumentException if it is not a valid name
     */
    static @Nullable String parseCongestion(String text) {
        String name = text.trim();
        if (!name.matches("[a-z0-9_-]{1,15}")) {
            throw new InvalidValueException(Phrase.of("expected the name of a congestion control algorithm"));
        }
        return name.equals(SYSTEM) ? null : name;
    }
}
