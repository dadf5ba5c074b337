package org.faasnetlab.workload.iperf3;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * An iperf3 test of each function against its own server process.
 *
 * @param seconds length of the test, at least 1
 * @param streams parallel TCP streams, 1 to 128
 * @param intervalMs reported interval in milliseconds, at least 100
 * @param omitSeconds seconds omitted at the start, 0 to 60
 * @param congestion TCP congestion control algorithm, or null for the system's default
 */
public record Iperf3Workload(
        Direction direction,
        int seconds,
        int streams,
        int intervalMs,
        int omitSeconds,
        @Nullable String congestion) implements Workload {
    static final String SYSTEM = "system";

    @Override
    public Iperf3Type type() {
        return Iperf3Type.IPERF3;
    }

    @Override
    public Iperf3Workload withDirection(Direction value) {
        return new Iperf3Workload(value, seconds, streams, intervalMs, omitSeconds, congestion);
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
        return new TreeMap<>(Map.of(
                "intervalMs", String.valueOf(intervalMs),
                "omit", String.valueOf(omitSeconds),
                "congestion", congestion == null ? SYSTEM : congestion));
    }

    /**
     * Parses the name of a congestion control algorithm; null for {@code system}, the system's default.
     *
     * @throws IllegalArgumentException if it is not a valid name
     */
    static @Nullable String parseCongestion(String text) {
        String name = text.trim();
        if (!name.matches("[a-z0-9_-]{1,15}")) {
            throw new IllegalArgumentException("expected the name of a congestion control algorithm");
        }
        return name.equals(SYSTEM) ? null : name;
    }
}
