package org.faasnetlab.ui.preferences;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** The window's own settings, which a crash, an editor or another version may have left in any state. */
public final class SettingsFuzzTargets {
    private SettingsFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.ofFile(
                                "settings of the window",
                                "window.json",
                                List.of(bytes(
                                        "{\"theme\":\"DARK\",\"width\":1440.0,\"height\":900.0,\"maximized\":false}")),
                                Set.of(),
                                file -> WindowSettings.in(file).read())
                        .covers(JsonFile.class),
                FuzzTarget.ofFile(
                        "preferences",
                        "preferences.json",
                        List.of(bytes("{\"unit\":\"AUTOMATIC\",\"language\":\"KOREAN\",\"notifications\":true,"
                                + "\"listShare\":0.24}")),
                        Set.of(),
                        UserPreferences::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
