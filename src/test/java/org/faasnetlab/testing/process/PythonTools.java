package org.faasnetlab.testing.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * cfn-lint, moto, jsonschema, numpy and pandas in a virtual environment under {@code target/python}, created on first use from {@code
 * src/test/python/requirements.txt}.
 */
public final class PythonTools {

    private static final Path HOME = Path.of("target", "python").toAbsolutePath();
    private static final Path REQUIREMENTS = Path.of("src", "test", "python", "requirements.txt");

    private PythonTools() {}

    public static Path program(String name) throws IOException, InterruptedException {
        Path python = ExternalTools.require("python3");
        Files.createDirectories(HOME);
        try (FileChannel lock =
                FileChannel.open(HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            Path installed = HOME.resolve("installed.txt");
            String wanted = Files.readString(REQUIREMENTS);
            if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
                install(python);
                Files.writeString(installed, wanted);
            }
        }
        return HOME.resolve("env").resolve("bin").resolve(name);
    }

    private static void install(Path python) throws IOException, InterruptedException {
        ExternalTools.Output made = ExternalTools.run(
                python, "-m", "venv", "--clear", HOME.resolve("env").toString());
        if (made.status() != 0) {
            ExternalTools.missing("Python cannot make a virtual environment: " + made.text());
        }
        ExternalTools.Output filled = ExternalTools.run(
                HOME.resolve("env").resolve("bin").resolve("pip"),
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
                REQUIREMENTS.toString());
        if (filled.status() != 0) {
            ExternalTools.missing("pip cannot install the tools of the tests: " + filled.text());
        }
    }
}
