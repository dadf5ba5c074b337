package org.faasnetlab.testing.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.app.AppDirectories;
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

    /** Creates an empty data folder of the program whose cache is that of all tests. */
    public static Path dataFolder(Path parent) throws IOException {
        Path data = Files.createDirectory(parent.resolve("data"));
        Files.createSymbolicLink(AppDirectories.under(data).cache(), Files.createDirectories(functionCache()));
        return data;
    }
}
