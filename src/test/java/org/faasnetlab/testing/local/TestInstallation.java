package org.faasnetlab.testing.local;

import java.nio.file.Path;
import org.faasnetlab.testbed.local.Installation;

/** The program as the build's package phase leaves it. */
public final class TestInstallation {
    private TestInstallation() {}

    public static Installation built() {
        return new Installation(Path.of(System.getProperty("faasnetlab.home", "target/dist")));
    }

    /** A cache in which the function, unpacked and prepared by the first test, serves all others of this build. */
    public static Path functionCache() {
        return Path.of("target", "function-cache").toAbsolutePath();
    }
}
