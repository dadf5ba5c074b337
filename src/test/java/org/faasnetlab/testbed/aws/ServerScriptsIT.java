package org.faasnetlab.testbed.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerScriptsIT {

    private static final Path SCRIPTS = Path.of("server-scripts");

    @ParameterizedTest
    @ValueSource(strings = {"user-data.sh", "boot.sh", "pack-iperf3.sh"})
    void shellcheckFindsNothing(String script) throws Exception {
        assertThat(OutsideTools.run(
                                OutsideTools.require("shellcheck"),
                                SCRIPTS.resolve(script).toString())
                        .text())
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void systemdFindsNothingWrongWithTheService() throws Exception {
        OutsideTools.require("iperf3");

        OutsideTools.Output found = OutsideTools.run(
                OutsideTools.require("systemd-analyze"),
                "verify",
                SCRIPTS.resolve("iperf3@.service").toAbsolutePath().toString());

        assertThat(found.text()).isEmpty();
        assertThat(found.status()).isZero();
    }
}
