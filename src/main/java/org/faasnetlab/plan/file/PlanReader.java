package org.faasnetlab.plan.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.plan.NameSuggester;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.workload.WorkloadType;
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
    static final int MAX_TITLE_LENGTH = 200;

    private final Presets presets;
    private final Path file;

    /** @param file file name for messages */
    PlanReader(Presets presets, Path file) {
        this.presets = presets;
        this.file = file;
    }

    ExperimentPlan read(DocumentNode document) throws PlanFileException {
        DocumentNode.Mapping top = mapping(
                document,
                Phrase.of("A plan must be a mapping of keys to values."),
                Phrase.of("Start with 'plan: {0}'.", VERSION));
        checkVersion(top);
        ExperimentPlan plan = start(top);
        Map<String, DocumentNode.Entry> factors = factors(top);
        checkKeys(top.fields(), names(plan.type(), false), plan.type());
        checkKeys(factors, names(plan.type(), true), plan.type());
        for (Setting setting : settings(plan.type(), true)) {
            DocumentNode.Entry field = factors.get(setting.details().fileKey());
            plan = field == null ? plan : writeFactor(plan, setting, field.value());
        }
        for (Setting setting : settings(plan.type(), false)) {
            DocumentNode.Entry field = top.fields().get(setting.details().fileKey());
            plan = field == null ? plan : write(plan, setting, field.value());
        }
        validate(plan, top, factors);
        return plan;
    }

    private void checkVersion(DocumentNode.Mapping top) throws PlanFileException {
        DocumentNode.Entry version = top.fields().get(VERSION_KEY);
        if (version == null) {
            throw new PlanFileException(
                    file,
                    top.position(),
                    Phrase.of("Missing format version."),
                    Phrase.of("Start with 'plan: {0}'.", VERSION));
        }
        String given = text(VERSION_KEY, version.value());
        if (!given.equals(String.valueOf(VERSION))) {
            throw new PlanFileException(
                    file,
                    version.value().position(),
                    Phrase.of("Unsupported plan version {0}: expected {1}.", given, VERSION),
                    Phrase.of("Use the version of the program that created the plan."));
        }
    }

    private ExperimentPlan start(DocumentNode.Mapping top) throws PlanFileException {
        DocumentNode.Entry named = top.fields().get(PRESET_KEY);
        if (named == null) {
            throw new PlanFileException(
                    file,
                    top.position(),
                    Phrase.of("Missing preset."),
                    Phrase.of(
                            "Specify one, for example 'preset: iperf3-single'. To list presets, run 'faasnetlab presets'."));
        }
        ExperimentPlan plan =
                preset(text(PRESET_KEY, named.value()), named.value().position());
        DocumentNode.Entry transfer = top.fields().get(TRANSFER_KEY);
        if (transfer != null) {
            checkTransfer(
                    plan, text(TRANSFER_KEY, transfer.value()), transfer.value().position());
        }
        DocumentNode.Entry title = top.fields().get(TITLE_KEY);
        return title == null ? plan : plan.withTitle(title(title.value()));
    }

    private ExperimentPlan preset(String name, DocumentNode.Position position) throws PlanFileException {
        try {
            return presets.byName(name).plan();
        } catch (LabException e) {
            throw new PlanFileException(file, position, e.sentence(), e.advice());
        }
    }

    private void checkTransfer(ExperimentPlan plan, String id, DocumentNode.Position position)
            throws PlanFileException {
        List<String> known =
                presets.workloads().types().stream().map(WorkloadType::id).toList();
        if (!known.contains(id) && !plan.type().id().equals(id)) {
            throw new PlanFileException(
                    file,
                    position,
                    Phrase.of("Unknown transfer \"{0}\".", id),
                    Phrase.of("Specify one of {0}.", String.join(", ", known)));
        }
        if (!plan.type().id().equals(id)) {
            throw new PlanFileException(
                    file,
                    position,
                    Phrase.of(
                            "Preset {0} uses transfer {1}, not {2}.",
                            plan.preset(), plan.type().id(), id),
                    Phrase.of("Remove transfer, or specify another preset."));
        }
    }

    private String title(DocumentNode value) throws PlanFileException {
        String title = text(TITLE_KEY, value);
        if (title.length() > MAX_TITLE_LENGTH || title.chars().anyMatch(Character::isISOControl)) {
            throw new PlanFileException(
                    file,
                    value.position(),
                    Phrase.of("Invalid title."),
                    Phrase.of("Use a single line of 1 to {0} characters, or remove title.", MAX_TITLE_LENGTH));
        }
        return title;
    }

    private Map<String, DocumentNode.Entry> factors(DocumentNode.Mapping top) throws PlanFileException {
        DocumentNode.Entry field = top.fields().get(FACTORS_KEY);
        if (field == null) {
            return Map.of();
        }
        return mapping(
                        field.value(),
                        Phrase.of("Factors must be a mapping of keys to lists of values."),
                        Phrase.of("For example, write 'functions: [1, 4]'."))
                .fields();
    }

    private DocumentNode.Mapping mapping(DocumentNode node, Phrase otherwise, Phrase nextStep)
            throws PlanFileException {
        return node.map(
                scalar -> {
                    throw rejected(scalar, otherwise, nextStep);
                },
                sequence -> {
                    throw rejected(sequence, otherwise, nextStep);
                },
                mapping -> mapping);
    }

    private PlanFileException rejected(DocumentNode node, Phrase reason, Phrase nextStep) {
        return new PlanFileException(file, node.position(), reason, nextStep);
    }

    /** The settings of one workload that are in the factors section of a file or outside it, in their order. */
    static List<Setting> settings(WorkloadType type, boolean factors) {
        return Setting.ofType(type).stream()
                .filter(setting -> setting.isFactor() == factors)
                .toList();
    }

    private List<String> names(WorkloadType type, boolean factors) {
        List<String> names = new ArrayList<>(factors ? List.of() : HEAD);
        settings(type, factors).forEach(setting -> names.add(setting.details().fileKey()));
        return names;
    }

    private void checkKeys(Map<String, DocumentNode.Entry> fields, Collection<String> known, WorkloadType type)
            throws PlanFileException {
        for (Map.Entry<String, DocumentNode.Entry> field : fields.entrySet()) {
            if (!known.contains(field.getKey())) {
                throw unknown(field.getKey(), field.getValue().key(), known, type);
            }
        }
    }

    private PlanFileException unknown(
            String name, DocumentNode.Position position, Collection<String> known, WorkloadType type) {
        Setting elsewhere = Stream.concat(Setting.ofType(type).stream(), presets.settings().all().stream())
                .filter(setting -> setting.details().fileKey().equals(name))
                .findFirst()
                .orElse(null);
        if (elsewhere != null && !elsewhere.appliesTo(type)) {
            return new PlanFileException(
                    file,
                    position,
                    Phrase.of("Key \"{0}\" does not apply to {1}.", name, type.id()),
                    Phrase.of("Remove it."));
        }
        if (elsewhere != null) {
            return new PlanFileException(
                    file,
                    position,
                    elsewhere.isFactor()
                            ? Phrase.of("Key \"{0}\" is a factor.", name)
                            : Phrase.of("Key \"{0}\" is not a factor.", name),
                    elsewhere.isFactor()
                            ? Phrase.of("Move it under factors.")
                            : Phrase.of("Move it to the top level, with one value."));
        }
        return new PlanFileException(
                file,
                position,
                Phrase.of("Unknown key \"{0}\".", name),
                Phrase.of("{0}Allowed keys: {1}.", NameSuggester.question(name, known), String.join(", ", known)));
    }

    private ExperimentPlan writeFactor(ExperimentPlan plan, Setting setting, DocumentNode value)
            throws PlanFileException {
        List<DocumentNode> items = value.map(List::of, DocumentNode.Sequence::items, List::of);
        if (items.isEmpty()) {
            throw new PlanFileException(
                    file,
                    value.position(),
                    Phrase.of("{0} has no value.", setting.details().fileKey()),
                    Phrase.of(
                            "Specify at least one, or remove {0}.",
                            setting.details().fileKey()));
        }
        Set<String> seen = new HashSet<>();
        List<String> values = new ArrayList<>();
        for (DocumentNode item : items) {
            String canonical = setting.read(write(plan, setting, item));
            if (!seen.add(canonical)) {
                throw new PlanFileException(
                        file,
                        item.position(),
                        Phrase.of(
                                "Duplicate value \"{0}\" for {1}.",
                                text(setting.details().fileKey(), item),
                                setting.details().fileKey()),
                        Phrase.of("Specify each value once."));
            }
            values.add(canonical);
        }
        String joined = String.join(",", values);
        return set(plan, setting, joined, joined, value.position());
    }

    private ExperimentPlan write(ExperimentPlan plan, Setting setting, DocumentNode value) throws PlanFileException {
        String text = text(setting.details().fileKey(), value).strip();
        try {
            // A list is one node; commas separate values only in a list.
            return set(
                    plan,
                    setting,
                    setting.details().quantity().toSetting(text).replace(",", ";"),
                    text,
                    value.position());
        } catch (IllegalArgumentException e) {
            throw new PlanFileException(
                    file, value.position(), invalid(setting, text, e.getMessage()), description(setting));
        }
    }

    /** @param given the value as written in the file, for messages */
    private ExperimentPlan set(
            ExperimentPlan plan, Setting setting, String value, String given, DocumentNode.Position position)
            throws PlanFileException {
        try {
            return setting.write(plan, value);
        } catch (SettingException e) {
            throw new PlanFileException(file, position, invalid(setting, given, e.reason()), description(setting));
        }
    }

    private static Phrase invalid(Setting setting, String given, @Nullable Object reason) {
        return Phrase.of(
                "Invalid value \"{0}\" for {1}: {2}.", given, setting.details().fileKey(), reason);
    }

    private static Phrase description(Setting setting) {
        return Phrase.of(
                "Description of {0}: {1}.",
                setting.details().fileKey(), setting.details().inFile());
    }

    private void validate(ExperimentPlan plan, DocumentNode.Mapping top, Map<String, DocumentNode.Entry> factors)
            throws PlanFileException {
        try {
            PlanEstimate.of(plan);
        } catch (InvalidPlanException e) {
            throw new PlanFileException(file, position(e.setting(), top, factors), e.sentence(), e.advice());
        }
    }

    private DocumentNode.Position position(
            @Nullable Setting setting, DocumentNode.Mapping top, Map<String, DocumentNode.Entry> factors) {
        String name = setting == null ? FACTORS_KEY : setting.details().fileKey();
        DocumentNode.Entry field = top.fields().getOrDefault(name, factors.get(name));
        return field == null ? top.position() : field.value().position();
    }

    private String text(String key, DocumentNode value) throws PlanFileException {
        Phrase reason = Phrase.of("{0} accepts a single value.", key);
        Phrase nextStep = Phrase.of("Only factors accept lists; nested keys are not supported.");
        return value.map(
                scalar -> {
                    if (scalar.text().isBlank()) {
                        throw rejected(
                                scalar, Phrase.of("Missing value."), Phrase.of("Specify one, or remove {0}.", key));
                    }
                    return scalar.text();
                },
                sequence -> {
                    throw rejected(sequence, reason, nextStep);
                },
                mapping -> {
                    throw rejected(mapping, reason, nextStep);
                });
    }
}
