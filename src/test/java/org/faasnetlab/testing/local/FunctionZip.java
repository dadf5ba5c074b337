package org.faasnetlab.testing.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testbed.local.lambda.FunctionProgram;

/** The function package for AWS, unpacked with its file modes and started by its wrapper, like on Lambda. */
public final class FunctionZip {
    private FunctionZip() {}

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
        // AWS_LAMBDA_EXEC_WRAPPER is called with the command line of the managed runtime.
        return new FunctionProgram(
                root.toAbsolutePath(),
                List.of(
                        wrapper.toString(),
                        "/var/lang/bin/java",
                        "-XX:MaxHeapSize=1500000k",
                        "-XX:+UseSerialGC",
                        "-Xshare:on",
                        "-jar",
                        "/var/runtime/lib/aws-lambda-java-runtime-0.2.0.jar",
                        "org.faasnetlab.function.FunctionMain"));
    }
}
