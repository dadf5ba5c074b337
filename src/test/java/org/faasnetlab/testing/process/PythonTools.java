package org.faasnetlab.testing.process;

import java.io.IOException;
import java.nio.file.Path;

/**
 * cfn-lint, moto, jsonschema, numpy and pandas in a virtual environment under {@code target/python}, and LocalEmu beside
 * it, which {@code src/test/python/install.py} installs: before the tests if {@code ./faasnetlab test} starts them, else on first use.
 */
public final class PythonTools {

    private static final Path HOME = Path.of("target", "python").toAbsolutePath();
    private static final Path INSTALLER = Path.of("src", "test", "python", "install.py");

    private PythonTools() {}

    public static Path program(String name) throws IOException, InterruptedException {
        ExternalTools.Output output =
                ExternalTools.run(ExternalTools.require("python3"), INSTALLER.toString(), HOME.toString());
        if (output.status() != 0) {
            ExternalTools.missing("Python's tools are not installed: " + output.text());
        }
        return HOME.resolve("env").resolve("bin").resolve(name);
    }

    /** The packages of LocalEmu, for the path of {@link #program python}. */
    public static Path localEmu() {
        return HOME.resolve("localemu");
    }
}
