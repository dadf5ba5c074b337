package org.faasnetlab.testing.local;

import java.nio.file.Path;
import org.faasnetlab.testbed.local.Installation;

/** The program as the build's package phase leaves it. */
public final class TestInstallation {
    private TestInstallation() {}

    public static Installation built() {
        return new Installation(Path.of(System.getProperty("faasnetlab.home", "target/dist")));
    }
}
