package org.faasnetlab.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionEnvironmentTest {

    @Test
    void theVariablesOfLambdaAreRead() {
        FunctionEnvironment environment = FunctionEnvironment.of(Map.of(
                "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001",
                "FAASNETLAB_RUNTIME_SOCKET", "/tmp/x/api",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769",
                "AWS_LAMBDA_LOG_STREAM_NAME", "stream",
                "FAASNETLAB_IPERF3", "/opt/iperf3",
                "FAASNETLAB_IPERF3_NICE", "10",
                "FAASNETLAB_SETPRIV", "/usr/bin/setpriv",
                "TMPDIR", "/scratch",
                "FAASNETLAB_LIFELINE", "stdin",
                "FAASNETLAB_PROBE_KEY", "0a1b"));

        assertThat(environment)
                .isEqualTo(new FunctionEnvironment(
                        "127.0.0.1:9001",
                        "/tmp/x/api",
                        1769,
                        "stream",
                        "/opt/iperf3",
                        10,
                        "/usr/bin/setpriv",
                        Path.of("/scratch"),
                        "0a1b",
                        true));
    }

    @Test
    void withoutVariablesIperf3ComesFromThePathAndThereIsNoLifeline() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

        assertThat(FunctionEnvironment.of(Map.of()))
                .isEqualTo(new FunctionEnvironment(null, null, 0, "", "iperf3", 0, null, temporary, null, false));
    }

    @Test
    void iperf3IsStartedByTheProgramsOfTheSystem() {
        assertThat(FunctionEnvironment.of(Map.of()).iperf3Prefix()).isEmpty();
        assertThat(FunctionEnvironment.of(Map.of("FAASNETLAB_SETPRIV", "/usr/bin/setpriv"))
                        .iperf3Prefix())
                .containsExactly("/usr/bin/setpriv", "--pdeathsig", "KILL");
    }
}
