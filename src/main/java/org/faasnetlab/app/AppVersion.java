package org.faasnetlab.app;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The version in the jar's manifest, {@code NUMBER+COMMIT} in the form of Semantic Versioning 2.0.0, section 10. The commit
 * is missing if the sources were neither in a repository nor in an archive of one.
 */
final class AppVersion {
    private AppVersion() {}

    /** The output of {@code --version}. */
    static String text() {
        return text(inManifest());
    }

    /** Facts about this program for the record of a run. */
    static SortedMap<String, String> facts() {
        return facts(inManifest());
    }

    static SortedMap<String, String> facts(@Nullable String version) {
        SortedMap<String, String> facts = new TreeMap<>(Map.of("app", text(version)));
        int plus = version == null ? -1 : version.indexOf('+');
        if (version != null && plus >= 0) {
            facts.put("app.commit", version.substring(plus + 1));
        }
        return facts;
    }

    private static String text(@Nullable String version) {
        return "faasnetlab " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    /** Null for classes outside a jar. */
    private static @Nullable String inManifest() {
        return AppVersion.class.getPackage().getImplementationVersion();
    }
}
