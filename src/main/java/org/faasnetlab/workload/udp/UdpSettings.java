package org.faasnetlab.workload.udp;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.UdpTask;
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
 * The settings of UDP tests.
 *
 * @param seconds length of the test, 1 to 900
 * @param rate at which each function, or its server, sends payload
 * @param datagramBytes payload of a datagram
 * @param burst number of datagrams that are sent together
 * @param probeMs time between two latency probes in milliseconds, or null without them
 */
public record UdpSettings(
        int seconds,
        Bandwidth rate,
        int datagramBytes,
        int burst,
        @Nullable Integer probeMs) implements WorkloadSettings {
    static final String RATE = "rate";
    static final String DATAGRAM = "datagram";
    static final String PACING = "pacing";
    static final String USUAL_RATE = "10Mbit";

    /** The payload of TCP in a packet of 1,500 bytes; 1,472 bytes of UDP would fit. */
    static final int USUAL_BYTES = 1448;

    /** 10 seconds at a rate that does little harm to a network that others use. */
    public static final UdpSettings USUAL = new UdpSettings(10, Bandwidth.parse(USUAL_RATE), USUAL_BYTES, 1, null);

    private static final Bandwidth MIN_RATE = new Bandwidth(UdpTask.MIN_RATE);
    private static final Bandwidth MAX_RATE = new Bandwidth(UdpTask.MAX_RATE);

    static final List<WorkloadSetting> ALL = List.of(
            setting(
                    DurationSetting.description(),
                    settings -> String.valueOf(settings.seconds),
                    (settings, text) -> new UdpSettings(
                            DurationSetting.parse(text),
                            settings.rate,
                            settings.datagramBytes,
                            settings.burst,
                            settings.probeMs)),
            setting(
                    SettingDescription.value(
                            RATE,
                            RATE,
                            "UDP rate",
                            "rate at which UDP payload is sent to or by each function, 10kbit to 100Gbit",
                            QuantityFormat.TEXT,
                            "1Mbit",
                            USUAL_RATE,
                            "100Mbit"),
                    settings -> settings.rate.toSetting(),
                    (settings, text) -> new UdpSettings(
                            settings.seconds, rate(text), settings.datagramBytes, settings.burst, settings.probeMs)),
            setting(
                    SettingDescription.value(
                            DATAGRAM,
                            DATAGRAM,
                            "Datagram size",
                            "UDP payload of a datagram in bytes, 16 to 65507",
                            QuantityFormat.COUNT),
                    settings -> String.valueOf(settings.datagramBytes),
                    (settings, text) -> new UdpSettings(
                            settings.seconds,
                            settings.rate,
                            SettingValues.integer(text, UdpTask.MIN_BYTES, UdpTask.MAX_BYTES),
                            settings.burst,
                            settings.probeMs)),
            setting(
                    SettingDescription.value(
                            PACING,
                            PACING,
                            "Datagrams sent together",
                            "UDP datagrams that are sent together before the sender waits for its rate, 1 to 1000",
                            QuantityFormat.COUNT),
                    settings -> String.valueOf(settings.burst),
                    (settings, text) -> new UdpSettings(
                            settings.seconds,
                            settings.rate,
                            settings.datagramBytes,
                            SettingValues.integer(text, 1, UdpTask.MAX_BURST),
                            settings.probeMs)),
            setting(
                    ProbeSetting.description(),
                    settings -> ProbeSetting.format(settings.probeMs),
                    (settings, text) -> new UdpSettings(
                            settings.seconds,
                            settings.rate,
                            settings.datagramBytes,
                            settings.burst,
                            ProbeSetting.parse(text))));

    private static WorkloadSetting setting(
            SettingDescription description,
            Function<UdpSettings, String> reader,
            BiFunction<UdpSettings, String, UdpSettings> writer) {
        return WorkloadSetting.of(UdpSettings.class, description, reader, writer);
    }

    /** Bounded, so that a typing error does not flood a network. */
    private static Bandwidth rate(String text) {
        Bandwidth rate = SettingValues.bandwidth(text);
        if (rate.compareTo(MIN_RATE) < 0 || rate.compareTo(MAX_RATE) > 0) {
            throw new InvalidValueException(Phrase.of("expected {0} to {1}", "10kbit", "100Gbit"));
        }
        return rate;
    }

    @Override
    public UdpType type() {
        return UdpType.UDP;
    }

    @Override
    public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
        return List.of(new UdpWorkload(direction, seconds, intervalMs, rate, datagramBytes, burst, probeMs));
    }

    @Override
    public long combinations() {
        return 1;
    }

    @Override
    public Optional<Bandwidth> fixedRate() {
        return Optional.of(rate);
    }

    /** UDP does not slow down for others, so users see what a plan sends before they run it. */
    @Override
    public Optional<Phrase> notice(int functions, Collection<Direction> directions) {
        return Optional.of(Phrase.of(
                functions == 1
                        ? "UDP datagrams of {0} bytes are sent at {1} between the function and its iperf3 server, even if they are"
                                + " lost: up to {3} in total, for {4} s."
                        : "UDP datagrams of {0} bytes are sent at {1} between each of up to {2} functions and its iperf3 server,"
                                + " even if they are lost: up to {3} in total, for {4} s.",
                datagramBytes,
                rate,
                functions,
                new Bandwidth(rate.bitsPerSecond() * functions),
                seconds));
    }
}
