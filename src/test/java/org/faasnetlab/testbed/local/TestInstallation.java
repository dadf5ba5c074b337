package org.faasnetlab.testbed.local;

import java.nio.file.Path;

/** The program as the build's package phase leaves it. */
public final class TestInstallation {
    private TestInstallation() {}

    public static Installation built() {
        return new Installation(Path.of(System.getProperty("faasnetlab.home", "target/dist")));
    }
}
