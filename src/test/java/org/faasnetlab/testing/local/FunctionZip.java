package org.faasnetlab.testing.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testbed.local.lambda.FunctionProgram;

/** The zip that goes to AWS, unpacked with its modes and started by its wrapper, as Lambda does both. */
public final class FunctionZip {
    private FunctionZip() {}

    /** @param root an empty folder, which takes the place of {@code /var/task} */
    public static FunctionProgram unpackedTo(Path root) throws IOException, InterruptedException {
        Process unzip = new ProcessBuilder(
                        "unzip", "-q", TestInstallation.built().functionZip().toString(), "-d", root.toString())
                .inheritIO()
                .start();
        assertThat(unzip.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(unzip.exitValue()).isZero();
        Path wrapper = root.resolve("bootstrap").toAbsolutePath();
        assertThat(wrapper).isExecutable();
        // AWS_LAMBDA_EXEC_WRAPPER is called with the managed runtime's own command line.
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
