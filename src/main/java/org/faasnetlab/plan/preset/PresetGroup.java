package org.faasnetlab.plan.preset;

import java.util.List;

/**
 * A group of related presets.
 *
 * @param title a short title for users
 */
public record PresetGroup(String title, List<Preset> presets) {
    public PresetGroup {
        presets = List.copyOf(presets);
    }
}
