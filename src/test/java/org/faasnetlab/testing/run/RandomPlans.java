package org.faasnetlab.testing.run;

import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.preset.Preset;

/** Random valid plans; the same seed gives the same plans. */
public final class RandomPlans {
    private static final List<String> TITLES = List.of(
            "Before the upgrade",
            "a: b # c",
            "'quoted' \"twice\"",
            "123",
            "true",
            "null",
            "~",
            "- x",
            "{a}",
            "1e3",
            "0x1F",
            "täglich 中文 🚀",
            "  spaces  ",
            "*alias",
            "&anchor",
            "!tag",
            "%",
            "@",
            "`",
            "yes",
            "2026-11-23",
            "12:30:45",
            ".5",
            "a\\\\nb",
            "x".repeat(200));

    private final Random random;

    public RandomPlans(long seed) {
        random = new Random(seed);
    }

    public ExperimentPlan next() throws SettingException {
        while (true) {
            ExperimentPlan plan = any();
            try {
                PlanEstimate.of(plan);
                return plan;
            } catch (InvalidPlanException tooLarge) {
                // try another one
            }
        }
    }

    private ExperimentPlan any() throws SettingException {
        Preset preset = pick(PRESETS.all());
        ExperimentPlan plan = preset.plan().withTitle(pick(TITLES));
        for (Setting setting : Setting.ofType(plan.type())) {
            plan = setting.write(plan, value(setting.key()));
        }
        return plan;
    }

    private String value(String setting) {
        return switch (setting) {
            case "functions" -> some(() -> 2 * between(1, 40));
            case "memory" -> some(() -> between(128, 10_240));
            case "direction" -> pick(List.of("download", "upload", "both", "upload,download", "both,download,upload"));
            case "streams" -> some(() -> between(1, 128));
            case "objectMiB" ->
                some(() -> pick(List.of("1", "5120", "10MB", "1000001B", "1.5GB", String.valueOf(between(1, 5120)))));
            case "connections" -> some(() -> between(1, 64));
            case "seconds" -> String.valueOf(between(12, 60));
            case "omit" -> "0";
            case "tcpInfo" -> pick(List.of("on", "off"));
            case "probe" -> pick(List.of("5ms", "20ms", "1000ms"));
            case "congestion" -> pick(List.of("system", "cubic", "bbr", "yes"));
            case "partMiB" -> pick(List.of("5", "8", "10MB", "5242881B", "5120"));
            case "objectShare" -> pick(List.of("each", "split"));
            case "intervalMs" -> String.valueOf(between(100, 10_000));
            case "link" ->
                pick(List.of("unlimited", "lambda", "625Mbit", between(1, 99) + "Mbit+300MiB@5Gbit", "0.5Mbit+7B"));
            case "hosts" -> String.valueOf(between(1, 1000));
            case "hostLink" -> pick(List.of("unlimited", "1Gbit", "123.456kbit"));
            case "maxRate" -> pick(List.of("1Mbit", "200Mbit", "100Gbit"));
            case "maxLoss", "maxReordering" -> pick(List.of("0%", "0.1%", "50%"));
            case "rate" -> pick(List.of("10kbit", "80Mbit", "100Gbit"));
            case "pacing" -> String.valueOf(between(1, 1_000));
            case "datagram" -> String.valueOf(between(16, 65_507));
            case "network" -> "kernel";
            case "queue" -> pick(List.of("50ms", "1MiB", "100packets", "fq_codel"));
            case "delay" -> pick(List.of("0ms", "20ms", "1000ms"));
            case "loss" -> pick(List.of("0%", "0.1%", "50%"));
            case "vpcLink" -> pick(List.of("unlimited", "5Gbit"));
            case "repeats" -> String.valueOf(between(6, 9));
            case "pause" -> String.valueOf(between(0, 30));
            case "order" -> pick(List.of("shuffled", "listed"));
            case "seed" -> String.valueOf(between(0, 999_999_999));
            case "ciWidth" -> pick(List.of("off", "0.1%", "2.5%", "100%"));
            default -> throw new IllegalArgumentException(setting);
        };
    }

    /** One to three different values. */
    private String some(Supplier<Object> supplier) {
        Set<String> values = new LinkedHashSet<>();
        for (int i = between(1, 3); i > 0; i--) {
            values.add(String.valueOf(supplier.get()));
        }
        return values.stream().collect(Collectors.joining(","));
    }

    private int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
