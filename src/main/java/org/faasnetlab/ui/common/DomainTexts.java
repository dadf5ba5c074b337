package org.faasnetlab.ui.common;

import java.util.Locale;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.plan.preset.Question;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.SettingDescription;
import org.jspecify.annotations.Nullable;

/**
 * Names experiments and results in the language of the window: the packages below it name them in English, as commands and
 * files show them, and the bundle {@code domain} in other languages. What it does not have stays English.
 */
public final class DomainTexts implements Phrase.Language {
    private final Texts texts = Texts.ofBundle("domain");
    private final PhraseCatalogue phrases = PhraseCatalogue.of(texts.locale());

    /** A sentence, or a part of one, that a package below the window makes. */
    public String text(Phrase phrase) {
        return phrase.in(this);
    }

    @Override
    public @Nullable String translation(String key) {
        return texts.has(key) ? texts.get(key) : phrases.translation(key);
    }

    /** The message of a failure and what to do about it, in one text. */
    public String text(LabException failure) {
        return text(failure.sentence()) + " " + text(failure.advice());
    }

    /** The title of a setting. */
    public String title(SettingDescription setting) {
        return text("setting." + setting.key(), setting.title());
    }

    /** What a setting is, with its range. */
    public String description(Setting setting) {
        return text("setting." + setting.key() + ".text", setting.description());
    }

    public String title(Preset preset) {
        return text("preset." + preset.name(), preset.title());
    }

    public String description(Preset preset) {
        return text("preset." + preset.name() + ".text", preset.description());
    }

    /** The question that a preset answers. */
    public String text(Question question) {
        return text("question." + question.name(), question.text());
    }

    public String title(PresetGroup group) {
        return text("group." + key(group.title()).toLowerCase(Locale.ROOT), group.title());
    }

    public String label(Metric metric) {
        return text(metric.phrase());
    }

    /** The label with the displayed unit, for a column header. */
    public String heading(Metric metric) {
        return text(metric.headingPhrase());
    }

    /** The direction of a transfer, or of both halves of a trial's functions. */
    public String direction(Direction direction) {
        return text("direction." + direction.id(), direction == Direction.BOTH ? "both directions" : direction.id());
    }

    /** The status of a run, as part of a sentence. */
    public String status(RunStatus status) {
        return text("status." + status.id(), status.id());
    }

    /** Why a function failed, in a few words. */
    public String reason(FailureReason reason) {
        return text("failure." + reason.id(), reason.id().replace('-', ' '));
    }

    private String text(String key, String english) {
        return texts.has(key) ? texts.get(key) : english;
    }

    private static String key(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
