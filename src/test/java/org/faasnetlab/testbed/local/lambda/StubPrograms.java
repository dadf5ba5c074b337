package org.faasnetlab.testbed.local.lambda;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** How tests start {@link StubFunction}. */
final class StubPrograms {
    private StubPrograms() {}

    static FunctionProgram in(Path root, String mode) {
        return new FunctionProgram(root, command(mode));
    }

    static List<String> command(String mode) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                testClasses().toString(),
                StubFunction.class.getName(),
                mode);
    }

    private static Path testClasses() {
        try {
            return Path.of(StubFunction.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException notAPath) {
            throw new IllegalStateException(notAPath);
        }
    }
}
