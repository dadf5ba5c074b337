package org.faasnetlab.ui.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** The window's own settings, which a crash or another version may have left in any state. */
public final class SettingsFuzzTargets {
    private SettingsFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(FuzzTarget.ofText(
                "settings of the window",
                List.of("{\"theme\":\"DARK\",\"width\":1440.0,\"height\":900.0,\"maximized\":false}"),
                Set.of(),
                text -> {
                    Path file = Files.createTempFile("window", ".json");
                    try {
                        Files.writeString(file, text);
                        WindowSettings.in(file).read();
                    } finally {
                        Files.delete(file);
                    }
                }));
    }
}
