package org.faasnetlab.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadKind;
import org.faasnetlab.workload.s3.ObjectShare;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an experiment by the name that users type: {@code functions=16}. A setting that is a factor takes
 * several values: {@code functions=1,2,4}.
 */
public enum Setting {
    FUNCTIONS(
            "functions",
            "number of concurrent functions, 1 to 10000",
            true,
            null,
            plan -> SettingValues.join(plan.factors().functions()),
            (plan, text) -> plan.withFactors(plan.factors().withFunctions(SettingValues.integers(text, 1, 10_000)))),
    MEMORY(
            "memory",
            "memory size of a function in MB, 128 to 10240",
            true,
            null,
            plan -> SettingValues.join(plan.factors().memoryMb()),
            (plan, text) -> plan.withFactors(plan.factors().withMemoryMb(SettingValues.integers(text, 128, 10_240)))),
    DIRECTION(
            "direction",
            "download or upload, relative to the function; both: half of the functions in each direction",
            true,
            null,
            plan -> plan.factors().directions().stream().map(Direction::word).collect(Collectors.joining(",")),
            (plan, text) ->
                    plan.withFactors(plan.factors().withDirections(SettingValues.list(text, Direction::parse)))),
    SECONDS(
            "seconds",
            "duration of an iperf3 test in seconds, 1 to 900",
            false,
            WorkloadKind.IPERF3,
            plan -> String.valueOf(plan.seconds()),
            (plan, text) -> plan.withSeconds(SettingValues.integer(text, 1, 900))),
    STREAMS(
            "streams",
            "number of parallel TCP streams of an iperf3 test, 1 to 128",
            true,
            WorkloadKind.IPERF3,
            plan -> SettingValues.join(plan.factors().streams()),
            (plan, text) -> plan.withFactors(plan.factors().withStreams(SettingValues.integers(text, 1, 128)))),
    OMIT(
            "omit",
            "seconds to omit at the start of an iperf3 test, 0 to 60",
            false,
            WorkloadKind.IPERF3,
            plan -> String.valueOf(plan.omitSeconds()),
            (plan, text) -> plan.withOmitSeconds(SettingValues.integer(text, 0, 60))),
    CONGESTION(
            "congestion",
            "TCP congestion control algorithm (cubic, bbr, ...), or system for the default",
            false,
            WorkloadKind.IPERF3,
            plan -> plan.congestion() == null ? "system" : plan.congestion(),
            (plan, text) -> plan.withCongestion(SettingValues.congestion(text))),
    OBJECT_MIB(
            "objectMiB",
            "S3 object size in MiB or with a unit, 1MB to 5120MiB",
            true,
            WorkloadKind.S3,
            plan -> plan.factors().objectSizes().stream()
                    .map(SettingValues::size)
                    .collect(Collectors.joining(",")),
            (plan, text) -> plan.withFactors(
                    plan.factors().withObjectSizes(SettingValues.list(text, SettingValues::objectSize)))),
    CONNECTIONS(
            "connections",
            "number of S3 connections of a function, 1 to 64",
            true,
            WorkloadKind.S3,
            plan -> SettingValues.join(plan.factors().connections()),
            (plan, text) -> plan.withFactors(plan.factors().withConnections(SettingValues.integers(text, 1, 64)))),
    PART_MIB(
            "partMiB",
            "size of an S3 range or part in MiB or with a unit, 5 to 5120",
            false,
            WorkloadKind.S3,
            plan -> SettingValues.size(plan.partSize()),
            (plan, text) -> plan.withPartSize(SettingValues.partSize(text))),
    OBJECT_SHARE(
            "objectShare",
            "each: every function transfers an object of this size; split: the functions divide it among them",
            false,
            WorkloadKind.S3,
            plan -> plan.objectShare().word(),
            (plan, text) -> plan.withObjectShare(ObjectShare.parse(text))),
    INTERVAL_MS(
            "intervalMs",
            "reporting interval in milliseconds, 100 to 10000",
            false,
            null,
            plan -> String.valueOf(plan.intervalMs()),
            (plan, text) -> plan.withIntervalMs(SettingValues.integer(text, 100, 10_000))),
    LINK(
            "link",
            "simulated link of each function: unlimited, lambda, 625Mbit, or 625Mbit+300MiB@5Gbit",
            false,
            null,
            plan -> plan.network().link().toSetting(),
            (plan, text) -> plan.withNetwork(new NetworkSettings(
                    LinkProfile.parse(text),
                    plan.network().hosts(),
                    plan.network().hostLink()))),
    HOSTS(
            "hosts",
            "number of simulated hosts, to which functions are assigned in turn, 1 to 1000",
            false,
            null,
            plan -> String.valueOf(plan.network().hosts()),
            (plan, text) -> plan.withNetwork(new NetworkSettings(
                    plan.network().link(),
                    SettingValues.integer(text, 1, 1000),
                    plan.network().hostLink()))),
    HOST_LINK(
            "hostLink",
            "simulated link that the functions of one host share: unlimited, or a rate such as 1000Mbit",
            false,
            null,
            plan -> SettingValues.hostLink(plan.network().hostLink()),
            (plan, text) -> plan.withNetwork(new NetworkSettings(
                    plan.network().link(), plan.network().hosts(), SettingValues.parseHostLink(text)))),
    REPEATS(
            "repeats",
            "number of repetitions of each cell, 1 to 1000",
            false,
            null,
            plan -> String.valueOf(plan.repetition().repeats()),
            (plan, text) -> plan.withRepetition(plan.repetition().withRepeats(SettingValues.integer(text, 1, 1000)))),
    PAUSE(
            "pause",
            "pause between trials in seconds, 0 to 600",
            false,
            null,
            plan -> String.valueOf(plan.repetition().pause().toSeconds()),
            (plan, text) -> plan.withRepetition(
                    plan.repetition().withPause(Duration.ofSeconds(SettingValues.integer(text, 0, 600))))),
    ORDER(
            "order",
            "order of the cells in each repetition: shuffled or listed",
            false,
            null,
            plan -> plan.repetition().order().word(),
            (plan, text) -> plan.withRepetition(plan.repetition().withOrder(TrialOrder.parse(text)))),
    SEED(
            "seed",
            "seed of the shuffled order, 0 to 999999999",
            false,
            null,
            plan -> String.valueOf(plan.repetition().seed()),
            (plan, text) ->
                    plan.withRepetition(plan.repetition().withSeed(SettingValues.integer(text, 0, 999_999_999)))),
    CI_WIDTH(
            "ciWidth",
            "stop repeating a cell once the 95 % CI of its median is this narrow: 0.1% to 100%, or off",
            false,
            null,
            plan -> SettingValues.percent(plan.repetition().ciWidthPercent()),
            (plan, text) -> plan.withRepetition(
                    plan.repetition().withCiWidthPercent(SettingValues.parsePercent(text, 0.1, 100))));

    private final String key;
    private final String description;
    private final boolean factor;
    private final @Nullable WorkloadKind transfer;
    private final Function<ExperimentPlan, String> reader;
    private final BiFunction<ExperimentPlan, String, ExperimentPlan> writer;

    Setting(
            String key,
            String description,
            boolean factor,
            @Nullable WorkloadKind transfer,
            Function<ExperimentPlan, String> reader,
            BiFunction<ExperimentPlan, String, ExperimentPlan> writer) {
        this.key = key;
        this.description = description;
        this.factor = factor;
        this.transfer = transfer;
        this.reader = reader;
        this.writer = writer;
    }

    /** The name that users type. */
    public String key() {
        return key;
    }

    /** What it is, with unit and range, in English. */
    public String description() {
        return description;
    }

    /** Whether it takes several values, separated by commas. */
    public boolean isFactor() {
        return factor;
    }

    public boolean appliesTo(WorkloadKind kind) {
        return transfer == null || transfer == kind;
    }

    /** The setting's value in a plan, as {@link #write} takes it. */
    public String read(ExperimentPlan plan) {
        return reader.apply(plan);
    }

    /**
     * The plan with this setting changed.
     *
     * @throws SettingException if the value cannot be read or is out of its range, or the setting has no meaning for
     *     the plan's transfer
     */
    public ExperimentPlan write(ExperimentPlan plan, String value) throws SettingException {
        if (!appliesTo(plan.transfer())) {
            throw new SettingException(
                    key,
                    "Setting \"" + key + "\" does not apply to " + plan.preset() + ".",
                    "Remove it. Available settings: " + keys(plan.transfer()) + ".");
        }
        try {
            return writer.apply(plan, value);
        } catch (IllegalArgumentException unreadable) {
            throw SettingException.ofValue(this, value, unreadable);
        }
    }

    /** @throws SettingException if there is no setting of that name */
    public static Setting of(String key) throws SettingException {
        String name = key.strip();
        Optional<Setting> found =
                Arrays.stream(values()).filter(one -> one.key.equals(name)).findFirst();
        return found.orElseThrow(() -> new SettingException(
                name,
                "Unknown setting \"" + name + "\".",
                NameSuggester.question(
                                name, Arrays.stream(values()).map(Setting::key).toList())
                        + "Available settings: " + keys(null) + "."));
    }

    /** All settings of a plan that apply to it, by name. */
    public static SortedMap<String, String> of(ExperimentPlan plan) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (Setting setting : values()) {
            if (setting.appliesTo(plan.transfer())) {
                settings.put(setting.key, setting.read(plan));
            }
        }
        return settings;
    }

    private static String keys(@Nullable WorkloadKind kind) {
        return Arrays.stream(values())
                .filter(one -> kind == null || one.appliesTo(kind))
                .map(Setting::key)
                .collect(Collectors.joining(", "));
    }
}
