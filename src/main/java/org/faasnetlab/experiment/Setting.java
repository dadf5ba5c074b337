package org.faasnetlab.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testbed.LinkProfile;
import org.faasnetlab.testbed.NetworkSettings;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an experiment by the name that users type: {@code functions=16}. A setting that is a factor takes
 * several values: {@code functions=1,2,4}.
 */
public enum Setting {
    FUNCTIONS(
            "functions",
            "functions at once, 1 to 10000",
            true,
            null,
            plan -> join(plan.factors().functions()),
            (plan, text) -> plan.withFactors(plan.factors().withFunctions(integers(text, 1, 10_000)))),
    MEMORY(
            "memory",
            "memory of a function in MB, 128 to 10240",
            true,
            null,
            plan -> join(plan.factors().memoryMb()),
            (plan, text) -> plan.withFactors(plan.factors().withMemoryMb(integers(text, 128, 10_240)))),
    DIRECTION(
            "direction",
            "download or upload, seen from the function",
            true,
            null,
            plan -> plan.factors().directions().stream().map(Direction::word).collect(Collectors.joining(",")),
            (plan, text) -> plan.withFactors(plan.factors().withDirections(list(text, Direction::parse)))),
    SECONDS(
            "seconds",
            "length of an iperf3 test in seconds, 1 to 900",
            false,
            Transfer.IPERF3,
            plan -> String.valueOf(plan.seconds()),
            (plan, text) -> plan.withSeconds(integer(text, 1, 900))),
    STREAMS(
            "streams",
            "parallel TCP streams of an iperf3 test, 1 to 128",
            true,
            Transfer.IPERF3,
            plan -> join(plan.factors().streams()),
            (plan, text) -> plan.withFactors(plan.factors().withStreams(integers(text, 1, 128)))),
    OMIT(
            "omit",
            "seconds that iperf3 leaves out at the start, 0 to 60",
            false,
            Transfer.IPERF3,
            plan -> String.valueOf(plan.omitSeconds()),
            (plan, text) -> plan.withOmitSeconds(integer(text, 0, 60))),
    CONGESTION(
            "congestion",
            "TCP congestion control to ask for (cubic, bbr, ...), or system",
            false,
            Transfer.IPERF3,
            plan -> plan.congestion() == null ? "system" : plan.congestion(),
            (plan, text) -> plan.withCongestion(congestion(text))),
    OBJECT_MIB(
            "objectMiB",
            "size of an S3 object in MiB, 1 to 5120",
            true,
            Transfer.S3,
            plan -> plan.factors().objectSizes().stream()
                    .map(size -> String.valueOf(size.bytes() >> 20))
                    .collect(Collectors.joining(",")),
            (plan, text) -> plan.withFactors(plan.factors()
                    .withObjectSizes(list(text, item -> DataSize.ofMebibytes(integer(item, 1, 5120)))))),
    CONNECTIONS(
            "connections",
            "connections of a function to S3, 1 to 64",
            true,
            Transfer.S3,
            plan -> join(plan.factors().connections()),
            (plan, text) -> plan.withFactors(plan.factors().withConnections(integers(text, 1, 64)))),
    PART_MIB(
            "partMiB",
            "size of an S3 range or part in MiB, 5 to 5120",
            false,
            Transfer.S3,
            plan -> String.valueOf(plan.partSize().bytes() >> 20),
            (plan, text) -> plan.withPartSize(DataSize.ofMebibytes(integer(text, 5, 5120)))),
    INTERVAL_MS(
            "intervalMs",
            "length of a reported interval in milliseconds, 100 to 10000",
            false,
            null,
            plan -> String.valueOf(plan.intervalMs()),
            (plan, text) -> plan.withIntervalMs(integer(text, 100, 10_000))),
    LINK(
            "link",
            "simulated link of each function: unlimited, 625Mbit, lambda, 625Mbit+300MiB@5Gbit",
            false,
            null,
            plan -> plan.network().link().toSetting(),
            (plan, text) -> plan.withNetwork(new NetworkSettings(
                    LinkProfile.parse(text),
                    plan.network().hosts(),
                    plan.network().hostLink()))),
    HOSTS(
            "hosts",
            "simulated hosts that the functions are placed on in turn, 1 to 1000",
            false,
            null,
            plan -> String.valueOf(plan.network().hosts()),
            (plan, text) -> plan.withNetwork(new NetworkSettings(
                    plan.network().link(),
                    integer(text, 1, 1000),
                    plan.network().hostLink()))),
    HOST_LINK(
            "hostLink",
            "simulated link that the functions of one host share: unlimited or 1000Mbit",
            false,
            null,
            plan -> hostLink(plan.network().hostLink()),
            (plan, text) -> plan.withNetwork(
                    new NetworkSettings(plan.network().link(), plan.network().hosts(), parseHostLink(text)))),
    REPEATS(
            "repeats",
            "how often each cell is measured, 1 to 1000",
            false,
            null,
            plan -> String.valueOf(plan.repeats()),
            (plan, text) -> plan.withRepeats(integer(text, 1, 1000))),
    PAUSE(
            "pause",
            "rest between two trials in seconds, 0 to 600",
            false,
            null,
            plan -> String.valueOf(plan.pause().toSeconds()),
            (plan, text) -> plan.withPause(Duration.ofSeconds(integer(text, 0, 600))));

    private final String key;
    private final String description;
    private final boolean factor;
    private final @Nullable Transfer transfer;
    private final Function<ExperimentPlan, String> reader;
    private final BiFunction<ExperimentPlan, String, ExperimentPlan> writer;

    Setting(
            String key,
            String description,
            boolean factor,
            @Nullable Transfer transfer,
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

    public boolean appliesTo(Transfer kind) {
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
                    "The setting '" + key + "' has no meaning for " + plan.preset() + ".",
                    "Leave it out; the settings are " + keys(plan.transfer()) + ".");
        }
        try {
            return writer.apply(plan, value);
        } catch (IllegalArgumentException unreadable) {
            throw new SettingException(
                    key,
                    key + "=" + value + " cannot be: " + unreadable.getMessage() + ".",
                    "Give " + key + " as " + description + ".");
        }
    }

    /** @throws SettingException if there is no setting of that name */
    public static Setting of(String key) throws SettingException {
        String name = key.strip();
        Optional<Setting> found =
                Arrays.stream(values()).filter(one -> one.key.equals(name)).findFirst();
        return found.orElseThrow(() -> new SettingException(
                name,
                "There is no setting '" + name + "'.",
                NearestName.question(
                                name, Arrays.stream(values()).map(Setting::key).toList())
                        + "The settings are " + keys(null) + "."));
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

    private static String keys(@Nullable Transfer kind) {
        return Arrays.stream(values())
                .filter(one -> kind == null || one.appliesTo(kind))
                .map(Setting::key)
                .collect(Collectors.joining(", "));
    }

    private static int integer(String text, int from, int to) {
        int number;
        try {
            number = Integer.parseInt(text.trim());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + text.trim() + "' is not a whole number", notANumber);
        }
        if (number < from || number > to) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d is not within %d to %d", number, from, to));
        }
        return number;
    }

    private static List<Integer> integers(String text, int from, int to) {
        return list(text, item -> integer(item, from, to));
    }

    private static <T> List<T> list(String text, Function<String, T> item) {
        Set<T> values = new LinkedHashSet<>();
        for (String part : text.split(",", -1)) {
            if (!values.add(item.apply(part.trim()))) {
                throw new IllegalArgumentException("'" + part.trim() + "' is given twice");
            }
        }
        return new ArrayList<>(values);
    }

    private static String join(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static @Nullable String congestion(String text) {
        String name = text.trim();
        if (!name.matches("[a-z0-9_-]{1,15}")) {
            throw new IllegalArgumentException("'" + text + "' is not the name of a congestion control");
        }
        return name.equals("system") ? null : name;
    }

    private static String hostLink(@Nullable Bandwidth link) {
        return link == null ? "unlimited" : link.toSetting();
    }

    private static @Nullable Bandwidth parseHostLink(String text) {
        return text.trim().equalsIgnoreCase("unlimited") ? null : Bandwidth.parse(text);
    }
}
