package org.faasnetlab.app;

import org.jspecify.annotations.Nullable;

/** The output of {@code --version}. */
final class AppVersion {
    private AppVersion() {}

    static String text() {
        return "faasnetlab " + number() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    /** The version in the jar's manifest; unknown for classes outside a jar. */
    private static String number() {
        @Nullable String version = AppVersion.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
