package org.faasnetlab.workload.iperf3;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.DurationSetting;
import org.faasnetlab.workload.InvalidValueException;
import org.faasnetlab.workload.QuantityFormat;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * The settings of iperf3 tests.
 *
 * @param seconds length of a test, 1 to 900
 * @param streams numbers of parallel TCP streams, each 1 to 128; the factor of this workload
 * @param omitSeconds seconds omitted at the start, 0 to 60
 * @param congestion TCP congestion control algorithm, or null for the system's default
 * @param probeMs time between two latency probes in milliseconds, or null without them
 * @param tcpInfo whether uploads report what TCP knows about their streams
 */
public record Iperf3Settings(
        int seconds,
        List<Integer> streams,
        int omitSeconds,
        @Nullable String congestion,
        @Nullable Integer probeMs,
        boolean tcpInfo)
        implements WorkloadSettings {
    static final String TCP_INFO = "tcpInfo";
    static final String ON = "on";
    static final String OFF = "off";

    /** A test of 10 seconds over one stream. */
    public static final Iperf3Settings USUAL = new Iperf3Settings(10, List.of(1), 0, null, null, false);

    static final List<WorkloadSetting> ALL = List.of(
            setting(
                    DurationSetting.description(),
                    settings -> String.valueOf(settings.seconds),
                    (settings, text) -> new Iperf3Settings(
                            DurationSetting.parse(text),
                            settings.streams,
                            settings.omitSeconds,
                            settings.congestion,
                            settings.probeMs,
                            settings.tcpInfo)),
            setting(
                    SettingDescription.factor(
                            "streams",
                            "streams",
                            "Parallel streams",
                            "number of parallel TCP streams of an iperf3 test, 1 to 128",
                            QuantityFormat.COUNT),
                    settings -> SettingValues.join(settings.streams),
                    (settings, text) -> new Iperf3Settings(
                            settings.seconds,
                            SettingValues.integers(text, 1, 128),
                            settings.omitSeconds,
                            settings.congestion,
                            settings.probeMs,
                            settings.tcpInfo)),
            setting(
                    SettingDescription.value(
                            "omit",
                            "omit",
                            "Omit",
                            "seconds to omit at the start of an iperf3 test, 0 to 60",
                            QuantityFormat.SECONDS),
                    settings -> String.valueOf(settings.omitSeconds),
                    (settings, text) -> new Iperf3Settings(
                            settings.seconds,
                            settings.streams,
                            SettingValues.integer(text, 0, 60),
                            settings.congestion,
                            settings.probeMs,
                            settings.tcpInfo)),
            setting(
                    SettingDescription.value(
                            "congestion",
                            "congestion",
                            "Congestion control",
                            "TCP congestion control algorithm (cubic, bbr, ...), or system for the default",
                            QuantityFormat.TEXT,
                            "system",
                            "cubic",
                            "bbr",
                            "reno"),
                    settings -> settings.congestion == null ? Iperf3Workload.SYSTEM : settings.congestion,
                    (settings, text) -> new Iperf3Settings(
                            settings.seconds,
                            settings.streams,
                            settings.omitSeconds,
                            Iperf3Workload.parseCongestion(text),
                            settings.probeMs,
                            settings.tcpInfo)),
            setting(
                    ProbeSetting.description(),
                    settings -> ProbeSetting.format(settings.probeMs),
                    (settings, text) -> new Iperf3Settings(
                            settings.seconds,
                            settings.streams,
                            settings.omitSeconds,
                            settings.congestion,
                            ProbeSetting.parse(text),
                            settings.tcpInfo)),
            setting(
                    SettingDescription.value(
                            TCP_INFO,
                            TCP_INFO,
                            "TCP details",
                            "RTT and congestion window of TCP in uploads without a relay: on or off",
                            QuantityFormat.TEXT,
                            OFF,
                            ON),
                    settings -> settings.tcpInfo ? ON : OFF,
                    (settings, text) -> new Iperf3Settings(
                            settings.seconds,
                            settings.streams,
                            settings.omitSeconds,
                            settings.congestion,
                            settings.probeMs,
                            isOn(text))));

    public Iperf3Settings {
        streams = List.copyOf(streams);
    }

    /** A test without options. */
    public Iperf3Settings(int seconds, List<Integer> streams, int omitSeconds, @Nullable String congestion) {
        this(seconds, streams, omitSeconds, congestion, null, false);
    }

    /** @throws IllegalArgumentException if it is neither on nor off */
    static boolean isOn(String text) {
        String given = text.trim();
        if (!given.equals(ON) && !given.equals(OFF)) {
            throw new InvalidValueException(Phrase.of("expected on or off"));
        }
        return given.equals(ON);
    }

    private static WorkloadSetting setting(
            SettingDescription description,
            Function<Iperf3Settings, String> reader,
            BiFunction<Iperf3Settings, String, Iperf3Settings> writer) {
        return WorkloadSetting.of(Iperf3Settings.class, description, reader, writer);
    }

    @Override
    public Iperf3Type type() {
        return Iperf3Type.IPERF3;
    }

    @Override
    public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
        return streams.stream()
                .map(number -> (Workload) new Iperf3Workload(
                        direction, seconds, number, intervalMs, omitSeconds, congestion, probeMs, tcpInfo))
                .toList();
    }

    @Override
    public long combinations() {
        return streams.size();
    }

    @Override
    public Optional<Problem> problem(int maxSeconds) {
        int length = seconds + omitSeconds;
        return length <= maxSeconds
                ? Optional.empty()
                : Optional.of(new Problem(
                        "seconds",
                        Phrase.of("A test of {0} seconds exceeds the maximum lifetime of a function.", length),
                        Phrase.of("Set seconds and omit so that their sum is at most {0}.", maxSeconds)));
    }

    /** Only a sender knows about its connection. */
    @Override
    public Optional<Phrase> notice(int functions, Collection<Direction> directions) {
        boolean receives = directions.stream().anyMatch(direction -> direction != Direction.UPLOAD);
        return tcpInfo && receives ? Optional.of(TcpMetrics.ONLY_WHERE_SENT) : Optional.empty();
    }
}
