package org.faasnetlab.ui.experiment;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.plan.preset.PresetGroup;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.SearchWords;

/** The presets in their groups, and a search over them: each word must occur in title, description, question or name. */
final class PresetSearch {
    private final DomainTexts domain = new DomainTexts();
    private final List<PresetGroup> groups;
    private final FilteredList<Preset> shown;
    private final StringProperty text = new SimpleStringProperty("");

    PresetSearch(List<PresetGroup> groups) {
        this.groups = List.copyOf(groups);
        shown = new FilteredList<>(FXCollections.observableList(
                groups.stream().flatMap(group -> group.presets().stream()).toList()));
        text.addListener((property, before, now) -> shown.setPredicate(preset -> matches(preset, now)));
    }

    StringProperty text() {
        return text;
    }

    /** The presets that match, in the order of their groups. */
    FilteredList<Preset> shown() {
        return shown;
    }

    /** The title of the group that begins with a preset in the list; else empty. */
    String headingBefore(Preset preset) {
        int at = shown.indexOf(preset);
        String own = group(preset);
        return at <= 0 || !group(shown.get(at - 1)).equals(own) ? own : "";
    }

    private String group(Preset preset) {
        return groups.stream()
                .filter(group -> group.presets().contains(preset))
                .findFirst()
                .map(domain::title)
                .orElse("");
    }

    private boolean matches(Preset preset, String typed) {
        return SearchWords.occur(
                typed,
                preset.title(),
                preset.description(),
                preset.question().text(),
                preset.name(),
                domain.title(preset),
                domain.description(preset),
                domain.text(preset.question()),
                group(preset));
    }
}
