package org.faasnetlab.plan.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.plan.NameSuggester;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.plan.preset.UnknownPresetException;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.Workloads;
import org.jspecify.annotations.Nullable;

/** Converts the nodes of a file to a plan. Missing settings have the values of the preset that the file names. */
final class PlanReader {
    static final int VERSION = 1;
    static final String VERSION_KEY = "plan";
    static final String PRESET_KEY = "preset";
    static final String TITLE_KEY = "title";
    static final String TRANSFER_KEY = "transfer";
    static final String FACTORS_KEY = "factors";
    static final List<String> HEAD = List.of(VERSION_KEY, PRESET_KEY, TITLE_KEY, TRANSFER_KEY, FACTORS_KEY);
    static final int LONGEST_TITLE = 200;

    ExperimentPlan read(DocumentNode document) throws InvalidNodeException {
        if (!(document instanceof DocumentNode.Fields top)) {
            throw new InvalidNodeException(
                    document.place(),
                    "A plan must be a mapping of keys to values.",
                    "Start with 'plan: " + VERSION + "'.");
        }
        checkVersion(top);
        ExperimentPlan plan = start(top);
        Map<String, DocumentNode.Field> factors = factors(top);
        checkKeys(top.fields(), names(plan.type(), false), plan.type());
        checkKeys(factors, names(plan.type(), true), plan.type());
        for (Setting setting : settings(plan.type(), true)) {
            DocumentNode.Field field = factors.get(setting.details().fileKey());
            plan = field == null ? plan : writeFactor(plan, setting, field.value());
        }
        for (Setting setting : settings(plan.type(), false)) {
            DocumentNode.Field field = top.fields().get(setting.details().fileKey());
            plan = field == null ? plan : write(plan, setting, field.value());
        }
        checkWhole(plan, top, factors);
        return plan;
    }

    private static void checkVersion(DocumentNode.Fields top) throws InvalidNodeException {
        DocumentNode.Field version = top.fields().get(VERSION_KEY);
        if (version == null) {
            throw new InvalidNodeException(
                    top.place(), "Missing format version.", "Start with 'plan: " + VERSION + "'.");
        }
        String given = text(VERSION_KEY, version.value());
        if (!given.equals(String.valueOf(VERSION))) {
            throw new InvalidNodeException(
                    version.value().place(),
                    "Unsupported plan version " + given + ": expected " + VERSION + ".",
                    "Use the version of the program that created the plan.");
        }
    }

    private static ExperimentPlan start(DocumentNode.Fields top) throws InvalidNodeException {
        DocumentNode.Field named = top.fields().get(PRESET_KEY);
        if (named == null) {
            throw new InvalidNodeException(
                    top.place(),
                    "Missing preset.",
                    "Specify one, for example 'preset: iperf3-single'. To list presets, run 'faasnetlab presets'.");
        }
        ExperimentPlan plan =
                preset(text(PRESET_KEY, named.value()), named.value().place());
        DocumentNode.Field transfer = top.fields().get(TRANSFER_KEY);
        if (transfer != null) {
            checkTransfer(
                    plan, text(TRANSFER_KEY, transfer.value()), transfer.value().place());
        }
        DocumentNode.Field title = top.fields().get(TITLE_KEY);
        return title == null ? plan : plan.withTitle(title(title.value()));
    }

    private static ExperimentPlan preset(String name, SourcePosition place) throws InvalidNodeException {
        try {
            return Presets.named(name).plan();
        } catch (UnknownPresetException e) {
            throw new InvalidNodeException(place, String.valueOf(e.getMessage()), e.nextStep());
        }
    }

    private static void checkTransfer(ExperimentPlan plan, String word, SourcePosition place)
            throws InvalidNodeException {
        List<String> known =
                Workloads.builtIn().types().stream().map(WorkloadType::id).toList();
        if (!known.contains(word) && !plan.type().id().equals(word)) {
            throw new InvalidNodeException(
                    place, "Unknown transfer \"" + word + "\".", "Specify " + String.join(" or ", known) + ".");
        }
        if (!plan.type().id().equals(word)) {
            throw new InvalidNodeException(
                    place,
                    "Preset " + plan.preset() + " uses transfer " + plan.type().id() + ", not " + word + ".",
                    "Remove transfer, or specify another preset.");
        }
    }

    private static String title(DocumentNode value) throws InvalidNodeException {
        String title = text(TITLE_KEY, value);
        if (title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidNodeException(
                    value.place(),
                    "Invalid title.",
                    "Use a single line of 1 to " + LONGEST_TITLE + " characters, or remove title.");
        }
        return title;
    }

    private static Map<String, DocumentNode.Field> factors(DocumentNode.Fields top) throws InvalidNodeException {
        DocumentNode.Field field = top.fields().get(FACTORS_KEY);
        if (field == null) {
            return Map.of();
        }
        if (!(field.value() instanceof DocumentNode.Fields factors)) {
            throw new InvalidNodeException(
                    field.value().place(),
                    "Factors must be a mapping of keys to lists of values.",
                    "For example, write 'functions: [1, 4]'.");
        }
        return factors.fields();
    }

    /** The settings of one workload that are in the factors section of a file or outside it, in their order. */
    static List<Setting> settings(WorkloadType type, boolean factors) {
        return Setting.ofType(type).stream()
                .filter(setting -> setting.isFactor() == factors)
                .toList();
    }

    private static List<String> names(WorkloadType type, boolean factors) {
        List<String> names = new ArrayList<>(factors ? List.of() : HEAD);
        settings(type, factors).forEach(setting -> names.add(setting.details().fileKey()));
        return names;
    }

    private static void checkKeys(Map<String, DocumentNode.Field> fields, Collection<String> known, WorkloadType type)
            throws InvalidNodeException {
        for (Map.Entry<String, DocumentNode.Field> field : fields.entrySet()) {
            if (!known.contains(field.getKey())) {
                throw unknown(field.getKey(), field.getValue().key(), known, type);
            }
        }
    }

    private static InvalidNodeException unknown(
            String name, SourcePosition place, Collection<String> known, WorkloadType type) {
        Setting elsewhere = Stream.concat(Setting.ofType(type).stream(), Setting.values().stream())
                .filter(setting -> setting.details().fileKey().equals(name))
                .findFirst()
                .orElse(null);
        if (elsewhere != null && !elsewhere.appliesTo(type)) {
            return new InvalidNodeException(
                    place, "Key \"" + name + "\" does not apply to " + type.id() + ".", "Remove it.");
        }
        if (elsewhere != null) {
            return new InvalidNodeException(
                    place,
                    elsewhere.isFactor()
                            ? "Key \"" + name + "\" is a factor."
                            : "Key \"" + name + "\" is not a factor.",
                    elsewhere.isFactor() ? "Move it under factors." : "Move it to the top level, with one value.");
        }
        return new InvalidNodeException(
                place,
                "Unknown key \"" + name + "\".",
                NameSuggester.question(name, known) + "Allowed keys: " + String.join(", ", known) + ".");
    }

    private static ExperimentPlan writeFactor(ExperimentPlan plan, Setting setting, DocumentNode value)
            throws InvalidNodeException {
        List<DocumentNode> items = value instanceof DocumentNode.Items list ? list.items() : List.of(value);
        if (items.isEmpty()) {
            throw new InvalidNodeException(
                    value.place(),
                    setting.details().fileKey() + " has no value.",
                    "Specify at least one, or remove " + setting.details().fileKey() + ".");
        }
        Set<String> seen = new HashSet<>();
        List<String> values = new ArrayList<>();
        for (DocumentNode item : items) {
            String one = setting.read(write(plan, setting, item));
            if (!seen.add(one)) {
                throw new InvalidNodeException(
                        item.place(),
                        "Duplicate value \"" + text(setting.details().fileKey(), item) + "\" for "
                                + setting.details().fileKey() + ".",
                        "Specify each value once.");
            }
            values.add(one);
        }
        String joined = String.join(",", values);
        return set(plan, setting, joined, joined, value.place());
    }

    private static ExperimentPlan write(ExperimentPlan plan, Setting setting, DocumentNode value)
            throws InvalidNodeException {
        String text = text(setting.details().fileKey(), value).strip();
        try {
            // A list is one node; commas separate values only in a list.
            return set(
                    plan, setting, setting.details().quantity().toSetting(text).replace(",", ";"), text, value.place());
        } catch (IllegalArgumentException e) {
            throw new InvalidNodeException(
                    value.place(),
                    "Invalid value \"" + text + "\" for " + setting.details().fileKey() + ": " + e.getMessage() + ".",
                    "Description of " + setting.details().fileKey() + ": "
                            + setting.details().inFile() + ".");
        }
    }

    /** @param given the value as written in the file, for messages */
    private static ExperimentPlan set(
            ExperimentPlan plan, Setting setting, String value, String given, SourcePosition place)
            throws InvalidNodeException {
        try {
            return setting.write(plan, value);
        } catch (SettingException e) {
            throw new InvalidNodeException(
                    place,
                    "Invalid value \"" + given + "\" for " + setting.details().fileKey() + ": " + e.reason() + ".",
                    "Description of " + setting.details().fileKey() + ": "
                            + setting.details().inFile() + ".");
        }
    }

    private static void checkWhole(
            ExperimentPlan plan, DocumentNode.Fields top, Map<String, DocumentNode.Field> factors)
            throws InvalidNodeException {
        try {
            PlanEstimate.of(plan);
        } catch (InvalidPlanException e) {
            throw new InvalidNodeException(
                    place(e.setting(), top, factors), String.valueOf(e.getMessage()), e.nextStep());
        }
    }

    private static SourcePosition place(
            @Nullable Setting setting, DocumentNode.Fields top, Map<String, DocumentNode.Field> factors) {
        String name = setting == null ? FACTORS_KEY : setting.details().fileKey();
        DocumentNode.Field field = top.fields().getOrDefault(name, factors.get(name));
        return field == null ? top.place() : field.value().place();
    }

    private static String text(String key, DocumentNode value) throws InvalidNodeException {
        if (value instanceof DocumentNode.Scalar scalar) {
            if (scalar.text().isBlank()) {
                throw new InvalidNodeException(value.place(), "Missing value.", "Specify one, or remove " + key + ".");
            }
            return scalar.text();
        }
        throw new InvalidNodeException(
                value.place(),
                key + " accepts a single value.",
                "Only factors accept lists; nested keys are not supported.");
    }
}
