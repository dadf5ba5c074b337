package org.faasnetlab.workload.capacity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.workload.DurationSetting;
import org.faasnetlab.workload.InvalidValueException;
import org.faasnetlab.workload.QuantityFormat;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;

/**
 * The settings of searches for the IP-layer capacity.
 *
 * @param seconds the longest time for the search and the TCP test after it, 1 to 900; less than 12 are refused
 * @param maxRate the highest rate of UDP payload that is offered
 * @param maxLossPercent the highest loss at which a rate counts as carried, 0 to 50
 * @param maxReorderingPercent the highest share of reordered datagrams at which a rate counts as carried, 0 to 50
 */
public record CapacitySettings(int seconds, Bandwidth maxRate, double maxLossPercent, double maxReorderingPercent)
        implements WorkloadSettings {
    static final String MAX_RATE = "maxRate";
    static final String MAX_LOSS = "maxLoss";
    static final String MAX_REORDERING = "maxReordering";
    static final String USUAL_RATE = "100Mbit";
    static final String USUAL_LIMIT = "1%";
    private static final double MAX_PERCENT = 50;

    /** Up to 30 seconds, of which all but 6 are for the search: it usually needs 7 to 12 steps of 1.5 s. */
    public static final CapacitySettings USUAL = new CapacitySettings(30, Bandwidth.parse(USUAL_RATE), 1, 1);

    private static final Bandwidth LOWEST_MAX = new Bandwidth(UdpTask.MIN_RATE * 100.0);
    private static final Bandwidth HIGHEST_MAX = new Bandwidth(UdpTask.MAX_RATE);

    static final List<WorkloadSetting> ALL = List.of(
            setting(
                    DurationSetting.description(),
                    settings -> String.valueOf(settings.seconds),
                    (settings, text) -> new CapacitySettings(
                            DurationSetting.parse(text),
                            settings.maxRate,
                            settings.maxLossPercent,
                            settings.maxReorderingPercent)),
            setting(
                    SettingDescription.value(
                            MAX_RATE,
                            MAX_RATE,
                            "Highest rate",
                            "highest rate of UDP payload that a capacity search offers, 1Mbit to 100Gbit",
                            QuantityFormat.TEXT,
                            "10Mbit",
                            USUAL_RATE,
                            "1Gbit"),
                    settings -> settings.maxRate.toSetting(),
                    (settings, text) -> new CapacitySettings(
                            settings.seconds, rate(text), settings.maxLossPercent, settings.maxReorderingPercent)),
            setting(
                    SettingDescription.value(
                            MAX_LOSS,
                            MAX_LOSS,
                            "Highest loss",
                            "highest loss at which a rate counts as carried in a capacity search, 0% to 50%",
                            QuantityFormat.PERCENT,
                            "0%",
                            USUAL_LIMIT,
                            "5%"),
                    settings -> SettingValues.percent(settings.maxLossPercent),
                    (settings, text) -> new CapacitySettings(
                            settings.seconds, settings.maxRate, percent(text), settings.maxReorderingPercent)),
            setting(
                    SettingDescription.value(
                            MAX_REORDERING,
                            MAX_REORDERING,
                            "Highest reordering",
                            "highest share of reordered datagrams at which a rate counts as carried in a capacity search,"
                                    + " 0% to 50%",
                            QuantityFormat.PERCENT,
                            "0%",
                            USUAL_LIMIT,
                            "5%"),
                    settings -> SettingValues.percent(settings.maxReorderingPercent),
                    (settings, text) -> new CapacitySettings(
                            settings.seconds, settings.maxRate, settings.maxLossPercent, percent(text))));

    private static WorkloadSetting setting(
            SettingDescription description,
            Function<CapacitySettings, String> reader,
            BiFunction<CapacitySettings, String, CapacitySettings> writer) {
        return WorkloadSetting.of(CapacitySettings.class, description, reader, writer);
    }

    /** Bounded, so that a typing error does not flood a network. */
    private static Bandwidth rate(String text) {
        Bandwidth rate = SettingValues.bandwidth(text);
        if (rate.compareTo(LOWEST_MAX) < 0 || rate.compareTo(HIGHEST_MAX) > 0) {
            throw new InvalidValueException(Phrase.of("expected {0} to {1}", "1Mbit", "100Gbit"));
        }
        return rate;
    }

    static double percent(String text) {
        Double percent = SettingValues.parsePercent(text, 0, MAX_PERCENT);
        if (percent == null) {
            throw new InvalidValueException(Phrase.of("expected {0} to {1}", "0%", "50%"));
        }
        return percent;
    }

    @Override
    public CapacityType type() {
        return CapacityType.CAPACITY;
    }

    @Override
    public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
        return List.of(
                new CapacityWorkload(direction, seconds, intervalMs, maxRate, maxLossPercent, maxReorderingPercent));
    }

    @Override
    public long combinations() {
        return 1;
    }

    @Override
    public Optional<Problem> problem(int maxSeconds) {
        return seconds >= CapacityTask.MIN_SECONDS
                ? Optional.empty()
                : Optional.of(new Problem(
                        "seconds",
                        Phrase.of("A capacity search of {0} seconds is too short.", seconds),
                        Phrase.of("Set seconds to at least {0}.", CapacityTask.MIN_SECONDS)));
    }

    @Override
    public Optional<Bandwidth> fixedRate() {
        return Optional.of(maxRate);
    }

    /** UDP does not slow down for others, so users see what a plan sends before they run it. */
    @Override
    public Optional<Phrase> notice(int functions, Collection<Direction> directions) {
        double all = maxRate.bitsPerSecond() * functions;
        return Optional.of(Phrase.of(
                functions == 1
                        ? "UDP datagrams are sent between the function and its iperf3 server in tests of 1 s at different rates,"
                                + " even if they are lost: up to {1} and {2} in each trial, within {3} s. A TCP test follows."
                        : "UDP datagrams are sent between each of up to {0} functions and its iperf3 server in tests of 1 s at"
                                + " different rates, even if they are lost: up to {1} and {2} in each trial, within {3} s. A TCP"
                                + " test follows.",
                functions,
                new Bandwidth(all),
                new DataSize((long) (all / 8 * seconds)),
                seconds));
    }
}
