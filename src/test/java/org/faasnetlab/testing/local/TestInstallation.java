package org.faasnetlab.testing.local;

import java.nio.file.Path;
import org.faasnetlab.testbed.local.Installation;

/** The program as created by the package phase of the build. */
public final class TestInstallation {
    private TestInstallation() {}

    public static Installation built() {
        return new Installation(Path.of(System.getProperty("faasnetlab.home", "target/dist")));
    }

    /** A cache with the function, unpacked and prepared by the first test, for all tests of this build. */
    public static Path functionCache() {
        return Path.of("target", "function-cache").toAbsolutePath();
    }
}
