package org.faasnetlab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.QuantityFormat;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadType;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an experiment, identified by its key: {@code functions=16}. A setting that is a factor takes several
 * values: {@code functions=1,2,4}. This class defines the settings of every plan; {@link #ofType} adds those of its
 * workload. Settings with the same key are equal.
 */
public final class Setting {
    public static final Setting FUNCTIONS = common(
            SettingDescription.factor(
                    "functions",
                    "functions",
                    "Functions",
                    "number of concurrent functions, 1 to 10000",
                    QuantityFormat.COUNT),
            plan -> SettingValues.join(plan.factors().functions()),
            (plan, text) -> plan.withFactors(plan.factors().withFunctions(SettingValues.integers(text, 1, 10_000))));

    public static final Setting MEMORY = common(
            SettingDescription.factor(
                    "memory",
                    "memory",
                    "Memory",
                    "memory size of a function in MB, 128 to 10240",
                    QuantityFormat.MEMORY),
            plan -> SettingValues.join(plan.factors().memoryMb()),
            (plan, text) -> plan.withFactors(plan.factors().withMemoryMb(SettingValues.integers(text, 128, 10_240))));

    public static final Setting DIRECTION = common(
            SettingDescription.factor(
                    "direction",
                    "direction",
                    "Direction",
                    "download or upload, relative to the function; both: half of the functions in each direction",
                    QuantityFormat.TEXT,
                    "download",
                    "upload",
                    "download,upload",
                    "both"),
            plan -> plan.factors().directions().stream().map(Direction::id).collect(Collectors.joining(",")),
            (plan, text) -> plan.withFactors(
                    plan.factors().withDirections(SettingValues.list(text, SettingValues::direction))));

    public static final Setting INTERVAL_MS = common(
            SettingDescription.value(
                    "intervalMs",
                    "interval",
                    "Interval",
                    "reporting interval in milliseconds, 100 to 10000",
                    QuantityFormat.MILLISECONDS),
            plan -> String.valueOf(plan.intervalMs()),
            (plan, text) -> plan.withIntervalMs(SettingValues.integer(text, 100, 10_000)));

    public static final Setting LINK = common(
            SettingDescription.value(
                    "link",
                    "link",
                    "Function link",
                    "simulated link of each function: unlimited, lambda, lambda-2024, lambda-2025, 625Mbit, or"
                            + " 625Mbit+300MiB@5Gbit",
                    QuantityFormat.TEXT,
                    "unlimited",
                    "lambda",
                    "lambda-2024",
                    "lambda-2025",
                    "625Mbit",
                    "625Mbit+300MiB@5Gbit"),
            plan -> plan.network().link().toSetting(),
            (plan, text) -> plan.withNetwork(plan.network().withLink(LinkProfile.parse(text))));

    public static final Setting HOSTS = common(
            SettingDescription.value(
                    "hosts",
                    "hosts",
                    "Hosts",
                    "number of simulated hosts, to which functions are assigned in turn, 1 to 1000",
                    QuantityFormat.COUNT),
            plan -> String.valueOf(plan.network().hosts()),
            (plan, text) -> plan.withNetwork(plan.network().withHosts(SettingValues.integer(text, 1, 1000))));

    public static final Setting HOST_LINK = common(
            SettingDescription.value(
                    "hostLink",
                    "hostLink",
                    "Host link",
                    "simulated link that the functions of one host share: unlimited, or a rate such as 1000Mbit",
                    QuantityFormat.TEXT,
                    "unlimited",
                    "1Gbit",
                    "5Gbit"),
            plan -> plan.network().hostLinkSetting(),
            (plan, text) -> plan.withNetwork(plan.network().withHostLink(NetworkSettings.parseHostLink(text))));

    public static final Setting NETWORK = common(
            SettingDescription.value(
                    NetworkSettings.MEDIUM,
                    NetworkSettings.MEDIUM,
                    "Network",
                    "what simulates links: relay, or kernel, which has real queues (Linux only)",
                    QuantityFormat.TEXT,
                    "relay",
                    "kernel"),
            plan -> plan.network().medium().id(),
            (plan, text) -> plan.withNetwork(plan.network().withMedium(NetworkSettings.Medium.parse(text))));

    public static final Setting QUEUE = common(
            SettingDescription.value(
                    NetworkSettings.QUEUE,
                    NetworkSettings.QUEUE,
                    "Queue",
                    "queue before each link of a kernel network: 50ms, 1MiB, 100packets, or fq_codel",
                    QuantityFormat.QUEUE,
                    "50ms",
                    "200ms",
                    "fq_codel"),
            plan -> plan.network().queue().toSetting(),
            (plan, text) -> plan.withNetwork(plan.network().withQueue(LinkQueue.parse(text))));

    public static final Setting DELAY = common(
            SettingDescription.value(
                    NetworkSettings.DELAY,
                    NetworkSettings.DELAY,
                    "Delay",
                    "delay of each packet of a kernel network in each direction, 0ms to 1000ms",
                    QuantityFormat.TEXT,
                    "0ms",
                    "10ms",
                    "50ms"),
            plan -> plan.network().impairment().delaySetting(),
            (plan, text) -> plan.withNetwork(
                    plan.network().withImpairment(plan.network().impairment().withDelay(text))));

    public static final Setting LOSS = common(
            SettingDescription.value(
                    NetworkSettings.LOSS,
                    NetworkSettings.LOSS,
                    "Loss",
                    "share of the packets of a kernel network that are dropped at random, 0% to 50%",
                    QuantityFormat.PERCENT,
                    "0%",
                    "0.1%",
                    "1%"),
            plan -> plan.network().impairment().lossSetting(),
            (plan, text) -> plan.withNetwork(
                    plan.network().withImpairment(plan.network().impairment().withLoss(text))));

    public static final Setting VPC_LINK = common(
            SettingDescription.value(
                    NetworkSettings.VPC_LINK,
                    NetworkSettings.VPC_LINK,
                    "VPC link",
                    "link of a kernel network that all functions share: unlimited, or a rate such as 5Gbit",
                    QuantityFormat.TEXT,
                    "unlimited",
                    "1Gbit",
                    "5Gbit"),
            plan -> plan.network().vpcLinkSetting(),
            (plan, text) -> plan.withNetwork(plan.network().withVpcLink(NetworkSettings.parseHostLink(text))));

    /** Settings that have an effect in a kernel network only. */
    private static final Set<Setting> OF_KERNEL = Set.of(QUEUE, DELAY, LOSS, VPC_LINK);

    public static final Setting REPEATS = common(
            SettingDescription.value(
                    "repeats",
                    "repeats",
                    "Repetitions",
                    "number of repetitions of each cell, 1 to 1000",
                    QuantityFormat.COUNT),
            plan -> String.valueOf(plan.repetition().repeats()),
            (plan, text) -> plan.withRepetition(plan.repetition().withRepeats(SettingValues.integer(text, 1, 1000))));

    public static final Setting PAUSE = common(
            SettingDescription.value(
                    "pause", "pause", "Pause", "pause between trials in seconds, 0 to 600", QuantityFormat.SECONDS),
            plan -> String.valueOf(plan.repetition().pause().toSeconds()),
            (plan, text) -> plan.withRepetition(
                    plan.repetition().withPause(Duration.ofSeconds(SettingValues.integer(text, 0, 600)))));

    public static final Setting ORDER = common(
            SettingDescription.value(
                    "order",
                    "order",
                    "Order",
                    "order of the cells in each repetition: shuffled, listed, or alternating (ABBA)",
                    QuantityFormat.TEXT,
                    "shuffled",
                    "listed"),
            plan -> plan.repetition().order().id(),
            (plan, text) -> plan.withRepetition(plan.repetition().withOrder(TrialOrder.parse(text))));

    public static final Setting SEED = common(
            SettingDescription.value(
                    "seed", "seed", "Seed", "seed of the shuffled order, 0 to 999999999", QuantityFormat.COUNT),
            plan -> String.valueOf(plan.repetition().seed()),
            (plan, text) ->
                    plan.withRepetition(plan.repetition().withSeed(SettingValues.integer(text, 0, 999_999_999))));

    public static final Setting CI_WIDTH = common(
            SettingDescription.value(
                    "ciWidth",
                    "ciWidth",
                    "Target CI width",
                    "stop repeating a cell once the 95 % CI of its median is this narrow: 0.1% to 100%, or off",
                    QuantityFormat.PERCENT,
                    "off",
                    "5%"),
            plan -> SettingValues.percent(plan.repetition().ciWidthPercent()),
            (plan, text) -> plan.withRepetition(
                    plan.repetition().withCiWidthPercent(SettingValues.parsePercent(text, 0.1, 100))));

    private static final List<Setting> BEFORE_WORKLOAD = List.of(FUNCTIONS, MEMORY, DIRECTION);

    private static final List<Setting> AFTER_WORKLOAD = List.of(
            INTERVAL_MS,
            LINK,
            HOSTS,
            HOST_LINK,
            NETWORK,
            QUEUE,
            DELAY,
            LOSS,
            VPC_LINK,
            REPEATS,
            PAUSE,
            ORDER,
            SEED,
            CI_WIDTH);

    private final SettingDescription description;
    private final @Nullable WorkloadType type;
    private final Function<ExperimentPlan, String> reader;
    private final BiFunction<ExperimentPlan, String, ExperimentPlan> writer;

    private Setting(
            SettingDescription description,
            @Nullable WorkloadType type,
            Function<ExperimentPlan, String> reader,
            BiFunction<ExperimentPlan, String, ExperimentPlan> writer) {
        this.description = description;
        this.type = type;
        this.reader = reader;
        this.writer = writer;
    }

    private static Setting common(
            SettingDescription description,
            Function<ExperimentPlan, String> reader,
            BiFunction<ExperimentPlan, String, ExperimentPlan> writer) {
        return new Setting(description, null, reader, writer);
    }

    private static Setting of(WorkloadType type, WorkloadSetting setting) {
        return new Setting(
                setting.description(),
                type,
                plan -> setting.reader().apply(plan.workload()),
                (plan, text) -> plan.withWorkload(setting.writer().apply(plan.workload(), text)));
    }

    /** The name that users type. */
    public String key() {
        return description.key();
    }

    /** Its meaning, unit and range, in English. */
    public String description() {
        return description.text();
    }

    /** Its key and values in plan files, and suggested values. */
    public SettingDescription details() {
        return description;
    }

    /** Whether it takes several values, separated by commas. */
    public boolean isFactor() {
        return description.factor();
    }

    public boolean appliesTo(WorkloadType workload) {
        return type == null || type.equals(workload);
    }

    /** The value in a plan, in the form that {@link #write} accepts. */
    public String read(ExperimentPlan plan) {
        return reader.apply(plan);
    }

    /**
     * The plan with this setting changed.
     *
     * @throws SettingException if the value is malformed or out of range, or the setting does not apply to the plan's
     *     workload
     */
    public ExperimentPlan write(ExperimentPlan plan, String value) throws SettingException {
        if (!appliesTo(plan.type())) {
            throw new SettingException(
                    key(),
                    "Setting \"" + key() + "\" does not apply to " + plan.preset() + ".",
                    "Remove it. Available settings: " + keys(ofType(plan.type())) + ".");
        }
        try {
            return writer.apply(plan, value);
        } catch (IllegalArgumentException e) {
            throw SettingException.ofValue(this, value, e);
        }
    }

    /** All settings of plans with one workload, in display order. */
    public static List<Setting> ofType(WorkloadType type) {
        return ofTypes(List.of(type));
    }

    /** The settings of plans with any of several workloads. */
    static List<Setting> ofTypes(List<WorkloadType> types) {
        List<Setting> settings = new ArrayList<>(BEFORE_WORKLOAD);
        for (WorkloadType type : types) {
            type.settings().forEach(setting -> settings.add(of(type, setting)));
        }
        settings.addAll(AFTER_WORKLOAD);
        return settings;
    }

    /** A setting of a plan, or null if its workload has none of that name. */
    static @Nullable Setting ofPlan(ExperimentPlan plan, String key) {
        return find(ofType(plan.type()), key).orElse(null);
    }

    /** All settings that have an effect in a plan, by name. */
    public static SortedMap<String, String> of(ExperimentPlan plan) {
        boolean kernel = plan.network().medium() == NetworkSettings.Medium.KERNEL;
        SortedMap<String, String> settings = new TreeMap<>();
        ofType(plan.type()).stream()
                .filter(setting -> kernel || !OF_KERNEL.contains(setting))
                .forEach(setting -> settings.put(setting.key(), setting.read(plan)));
        return settings;
    }

    static Optional<Setting> find(List<Setting> settings, String key) {
        return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    static String keys(List<Setting> settings) {
        return settings.stream().map(Setting::key).collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Setting setting && key().equals(setting.key()) && Objects.equals(type, setting.type);
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }

    @Override
    public String toString() {
        return key();
    }
}
