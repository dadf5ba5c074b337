package org.faasnetlab.plan.preset;

import java.util.List;

/**
 * Presets that belong together.
 *
 * @param title a few words for people
 */
public record PresetGroup(String title, List<Preset> presets) {
    public PresetGroup {
        presets = List.copyOf(presets);
    }
}
