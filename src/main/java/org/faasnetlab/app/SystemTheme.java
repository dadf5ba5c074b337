package org.faasnetlab.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the system's theme is dark, which JavaFX 21 does not know: GNOME's colour scheme (also of other desktops that
 * use its settings), the appearance of macOS, or that of apps on Windows. Where it is unknown, it is light.
 */
final class SystemTheme {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTheme.class);
    private static final int SECONDS = 2;

    private final String system;
    private final Map<String, String> environment;

    /** @param system value of {@code os.name} */
    SystemTheme(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.environment = environment;
    }

    /** Asks the system, which may take a second. */
    boolean isDark() {
        // The variable overrides the settings of all GTK programs.
        String gtk = environment.getOrDefault("GTK_THEME", "");
        return gtk.isEmpty()
                ? saysDark(output(command()))
                : gtk.toLowerCase(Locale.ROOT).contains("dark");
    }

    private List<String> command() {
        if (system.startsWith("mac")) {
            return List.of("defaults", "read", "-g", "AppleInterfaceStyle");
        }
        if (system.startsWith("windows")) {
            return List.of(
                    "reg",
                    "query",
                    "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                    "/v",
                    "AppsUseLightTheme");
        }
        return List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
    }

    /** {@code 'prefer-dark'} of GNOME, {@code Dark} of macOS, and {@code AppsUseLightTheme REG_DWORD 0x0} of Windows. */
    static boolean saysDark(String output) {
        String text = output.strip().toLowerCase(Locale.ROOT);
        return text.contains("appsuselighttheme") ? text.endsWith("0x0") : text.contains("dark");
    }

    private static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? output : "";
        } catch (IOException unavailable) {
            LOG.debug("The theme of the system is unknown: {}", unavailable.getMessage());
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
