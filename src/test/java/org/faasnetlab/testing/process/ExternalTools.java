package org.faasnetlab.testing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * External programs that tests require. On a machine without one, the test is skipped with a message; in CI a missing
 * program fails the test. {@code ./faasnetlab test} installs them.
 */
public final class ExternalTools {
    private ExternalTools() {}

    public static Path require(String program) {
        return find(program).orElseGet(() -> missing(program + " is not installed"));
    }

    public static <T> T missing(String what) {
        if ("true".equals(System.getenv("CI"))) {
            return fail(what + ", and CI must have it");
        }
        System.err.println("Skipped: " + what);
        return abort(what);
    }

    private static Optional<Path> find(String program) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs a program and returns its output, with standard output and standard error merged. */
    public static Output run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("output", ".txt");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(printed.toFile())
                    .start();
            try {
                assertThat(process.waitFor(5, TimeUnit.MINUTES))
                        .as("%s ended within 5 minutes", builder.command())
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
            return new Output(process.exitValue(), Files.readString(printed));
        } finally {
            Files.delete(printed);
        }
    }

    public static Output run(Path program, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString());
        builder.command().addAll(List.of(arguments));
        return run(builder);
    }

    public record Output(int status, String text) {
        public Output succeeds() {
            assertThat(status).as(text).isZero();
            return this;
        }
    }
}
