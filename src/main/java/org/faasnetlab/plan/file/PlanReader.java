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

/** Makes a plan of the nodes of a file. What is not given is as in the preset that the file names. */
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
                    document.place(), "A plan is keys with values.", "Begin with 'plan: " + VERSION + "'.");
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
                    top.place(), "The version of the format is missing.", "Begin with 'plan: " + VERSION + "'.");
        }
        String given = text(VERSION_KEY, version.value());
        if (!given.equals(String.valueOf(VERSION))) {
            throw new InvalidNodeException(
                    version.value().place(),
                    "This is a plan of version " + given + "; this program reads version " + VERSION + ".",
                    "Use the version of the program that wrote it.");
        }
    }

    private static ExperimentPlan start(DocumentNode.Fields top) throws InvalidNodeException {
        DocumentNode.Field named = top.fields().get(PRESET_KEY);
        if (named == null) {
            throw new InvalidNodeException(
                    top.place(),
                    "The preset is missing.",
                    "Name the one to start from with 'preset: iperf3-single' or another; 'faasnetlab presets' lists them.");
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
        } catch (UnknownPresetException unknown) {
            throw new InvalidNodeException(place, String.valueOf(unknown.getMessage()), unknown.nextStep());
        }
    }

    private static void checkTransfer(ExperimentPlan plan, String word, SourcePosition place)
            throws InvalidNodeException {
        List<String> known =
                Workloads.builtIn().types().stream().map(WorkloadType::id).toList();
        if (!known.contains(word) && !plan.type().id().equals(word)) {
            throw new InvalidNodeException(
                    place, "'" + word + "' is not a transfer.", "Write " + String.join(" or ", known) + ".");
        }
        if (!plan.type().id().equals(word)) {
            throw new InvalidNodeException(
                    place,
                    "The transfer of " + plan.preset() + " is " + plan.type().id() + ", not " + word + ".",
                    "Leave transfer out, or name another preset.");
        }
    }

    private static String title(DocumentNode value) throws InvalidNodeException {
        String title = text(TITLE_KEY, value);
        if (title.length() > LONGEST_TITLE || title.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidNodeException(
                    value.place(),
                    "This cannot be a title.",
                    "Give a line of 1 to " + LONGEST_TITLE + " characters, or leave title out.");
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
                    "Factors are keys with lists of values.",
                    "Write for example 'functions: [1, 4]'.");
        }
        return factors.fields();
    }

    /** The settings of one workload that are among the factors of a file or beside them, in their order. */
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
                    place, "'" + name + "' has no meaning for " + type.id() + ".", "Leave it out.");
        }
        if (elsewhere != null) {
            return new InvalidNodeException(
                    place,
                    elsewhere.isFactor() ? "'" + name + "' is a factor." : "'" + name + "' is not a factor.",
                    elsewhere.isFactor() ? "Put it under factors." : "Put it beside factors, with one value.");
        }
        return new InvalidNodeException(
                place,
                "There is no key '" + name + "' here.",
                NameSuggester.question(name, known) + "The keys here are " + String.join(", ", known) + ".");
    }

    private static ExperimentPlan writeFactor(ExperimentPlan plan, Setting setting, DocumentNode value)
            throws InvalidNodeException {
        List<DocumentNode> items = value instanceof DocumentNode.Items list ? list.items() : List.of(value);
        if (items.isEmpty()) {
            throw new InvalidNodeException(
                    value.place(),
                    setting.details().fileKey() + " has no value.",
                    "Give one at least, or leave " + setting.details().fileKey() + " out.");
        }
        Set<String> seen = new HashSet<>();
        List<String> values = new ArrayList<>();
        for (DocumentNode item : items) {
            String one = setting.read(write(plan, setting, item));
            if (!seen.add(one)) {
                throw new InvalidNodeException(
                        item.place(),
                        setting.details().fileKey() + " has '"
                                + text(setting.details().fileKey(), item) + "' twice.",
                        "Give each value once.");
            }
            values.add(one);
        }
        return set(plan, setting, String.join(",", values), value.place());
    }

    private static ExperimentPlan write(ExperimentPlan plan, Setting setting, DocumentNode value)
            throws InvalidNodeException {
        String text = text(setting.details().fileKey(), value);
        try {
            // A list is one node, a comma within a value is none.
            return set(
                    plan,
                    setting,
                    setting.details().quantity().toSetting(text.strip()).replace(",", ";"),
                    value.place());
        } catch (IllegalArgumentException wrong) {
            throw new InvalidNodeException(
                    value.place(),
                    setting.details().fileKey() + " cannot be: " + wrong.getMessage() + ".",
                    "Give " + setting.details().inFile() + ".");
        }
    }

    private static ExperimentPlan set(ExperimentPlan plan, Setting setting, String value, SourcePosition place)
            throws InvalidNodeException {
        try {
            return setting.write(plan, value);
        } catch (SettingException refused) {
            throw new InvalidNodeException(
                    place,
                    setting.details().fileKey() + " cannot be: " + refused.reason() + ".",
                    "Give " + setting.details().inFile() + ".");
        }
    }

    private static void checkWhole(
            ExperimentPlan plan, DocumentNode.Fields top, Map<String, DocumentNode.Field> factors)
            throws InvalidNodeException {
        try {
            PlanEstimate.of(plan);
        } catch (InvalidPlanException refused) {
            throw new InvalidNodeException(
                    place(refused.setting(), top, factors), String.valueOf(refused.getMessage()), refused.nextStep());
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
                throw new InvalidNodeException(
                        value.place(), "There is no value here.", "Give one, or leave " + key + " out.");
            }
            return scalar.text();
        }
        throw new InvalidNodeException(
                value.place(), key + " takes one value.", "Only factors take a list, and none takes keys of its own.");
    }
}
