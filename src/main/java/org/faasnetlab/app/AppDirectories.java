package org.faasnetlab.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one user, as the operating system prescribes them. This class creates none of them.
 *
 * <p>They are relative if the home folder is unknown: Java calls it {@code ?} then.
 *
 * @param data data that must not be lost: the run store
 * @param config the user's settings
 * @param cache files that can be recreated
 * @param logs the log files
 */
public record AppDirectories(Path data, Path config, Path cache, Path logs) {
    /** Environment variable with one folder for everything. */
    public static final String OVERRIDE = "FAASNETLAB_DATA";

    private static final String NAME = "faasnetlab";

    /**
     * The folders by the conventions of the operating system: XDG on Linux, {@code ~/Library} on macOS, {@code
     * LOCALAPPDATA} on Windows. {@link #OVERRIDE} takes precedence.
     *
     * @param system value of {@code os.name}
     * @param home the user's home folder
     */
    public static AppDirectories of(Map<String, String> environment, String system, Path home) {
        String override = environment.get(OVERRIDE);
        if (override != null && !override.isBlank()) {
            return under(Path.of(override).toAbsolutePath());
        }
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return under(absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve(NAME));
        }
        if (os.startsWith("mac")) {
            Path library = home.resolve("Library");
            Path support = library.resolve("Application Support").resolve(NAME);
            return new AppDirectories(
                    support,
                    support.resolve("config"),
                    library.resolve("Caches").resolve(NAME),
                    library.resolve("Logs").resolve(NAME));
        }
        return new AppDirectories(
                absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                        .resolve(NAME),
                absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve(NAME),
                absolute(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"))
                        .resolve(NAME),
                absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                        .resolve(NAME));
    }

    /** One folder for everything. */
    public static AppDirectories under(Path folder) {
        return new AppDirectories(folder, folder.resolve("config"), folder.resolve("cache"), folder.resolve("logs"));
    }

    /** XDG requires that relative paths are ignored. */
    private static Path absolute(@Nullable String path, Path otherwise) {
        return path != null && !path.isBlank() && Path.of(path).isAbsolute() ? Path.of(path) : otherwise;
    }
}
