package org.faasnetlab.testing.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testbed.local.lambda.FunctionProgram;

/** The function package for AWS, unpacked with its file modes and started by its wrapper, like on Lambda. */
public final class FunctionZip {
    private static final String ENVIRONMENT = "environment";

    private FunctionZip() {}

    /** A script that sets the variables and becomes the wrapper. */
    private static Path withEnvironment(Path root, Path wrapper) throws IOException {
        Path variables = root.resolve(ENVIRONMENT).toAbsolutePath();
        Path script = Files.writeString(
                root.resolve("with-environment").toAbsolutePath(),
                "#!/bin/sh\n. '" + variables + "'\nexec '" + wrapper + "' \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** Sets variables of the processes that start from now on, as those of a function on AWS; values are letters, digits and slashes. */
    public static void setEnvironment(Path root, Map<String, String> variables) throws IOException {
        StringBuilder lines = new StringBuilder();
        variables.forEach((name, value) ->
                lines.append("export ").append(name).append('=').append(value).append('\n'));
        Files.writeString(root.resolve(ENVIRONMENT), lines);
    }

    /** @param root an empty directory, used instead of {@code /var/task} */
    public static FunctionProgram unpackedTo(Path root) throws IOException, InterruptedException {
        Process unzip = new ProcessBuilder(
                        "unzip", "-q", TestInstallation.built().functionZip().toString(), "-d", root.toString())
                .inheritIO()
                .start();
        assertThat(unzip.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(unzip.exitValue()).isZero();
        Path wrapper = root.resolve("bootstrap").toAbsolutePath();
        assertThat(wrapper).isExecutable();
        setEnvironment(root, Map.of());
        // AWS_LAMBDA_EXEC_WRAPPER is called with the command line of the managed runtime.
        return new FunctionProgram(
                root.toAbsolutePath(),
                List.of(
                        withEnvironment(root, wrapper).toString(),
                        "/var/lang/bin/java",
                        "-XX:MaxHeapSize=1500000k",
                        "-XX:+UseSerialGC",
                        "-Xshare:on",
                        "-jar",
                        "/var/runtime/lib/aws-lambda-java-runtime-0.2.0.jar",
                        "org.faasnetlab.function.FunctionMain"));
    }
}
