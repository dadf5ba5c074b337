package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerScriptsIT {

    private static final Path SCRIPTS = Path.of("server-scripts");

    @ParameterizedTest
    @ValueSource(strings = {"user-data.sh", "boot.sh", "lease.sh", "pack-iperf3.sh"})
    void shellcheckFindsNothing(String script) throws Exception {
        assertThat(ExternalTools.run(
                                ExternalTools.require("shellcheck"),
                                SCRIPTS.resolve(script).toString())
                        .text())
                .isEmpty();
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @ValueSource(strings = {"iperf3@.service", "echo.service"})
    void systemdFindsNothingWrongWithServices(String service) throws Exception {
        ExternalTools.require("iperf3");
        ExternalTools.require("python3");

        ExternalTools.Output found = ExternalTools.run(
                ExternalTools.require("systemd-analyze"),
                "verify",
                SCRIPTS.resolve(service).toAbsolutePath().toString());

        assertThat(found.text()).isEmpty();
        assertThat(found.status()).isZero();
    }
}
