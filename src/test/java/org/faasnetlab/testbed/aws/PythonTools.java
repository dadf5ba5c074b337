package org.faasnetlab.testbed.aws;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * cfn-lint and moto in a virtual environment under {@code target/python}, made at first use from
 * {@code src/test/python/requirements.txt}.
 */
final class PythonTools {

    private static final Path HOME = Path.of("target", "python").toAbsolutePath();
    private static final Path REQUIREMENTS = Path.of("src", "test", "python", "requirements.txt");

    private PythonTools() {}

    static Path program(String name) throws IOException, InterruptedException {
        Path python = OutsideTools.require("python3");
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
        OutsideTools.Output made = OutsideTools.run(
                python, "-m", "venv", "--clear", HOME.resolve("env").toString());
        if (made.status() != 0) {
            OutsideTools.missing("Python cannot make a virtual environment: " + made.text());
        }
        OutsideTools.Output filled = OutsideTools.run(
                HOME.resolve("env").resolve("bin").resolve("pip"),
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
                REQUIREMENTS.toString());
        if (filled.status() != 0) {
            OutsideTools.missing("pip cannot install cfn-lint and moto: " + filled.text());
        }
    }
}
