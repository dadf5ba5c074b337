package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteInterfaceTest {
    @TempDir
    private Path interfaces;

    private void speed(String content) throws Exception {
        Files.writeString(Files.createDirectory(interfaces.resolve("eth0")).resolve("speed"), content);
    }

    @Test
    void aRateAboveItsSpeedIsAWarning() throws Exception {
        speed("1000\n");
        RouteInterface found = RouteInterface.read(interfaces, "eth0").orElseThrow();

        assertThat(found).isEqualTo(new RouteInterface("eth0", Bandwidth.parse("1Gbit")));
        assertThat(found.warning(Bandwidth.parse("50Gbit")).map(Phrase::toString))
                .contains(
                        "The network interface eth0 has 1.00 Gbit/s, but the plan sends up to 50.00 Gbit/s: what exceeds"
                                + " it is lost on this computer, or not sent. Set a lower rate.");
        assertThat(found.warning(Bandwidth.parse("1Gbit"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1\n", "0", "", "fast"})
    void anUnknownSpeedIsNone(String content) throws Exception {
        speed(content);
        assertThat(RouteInterface.read(interfaces, "eth0")).isEmpty();
        assertThat(RouteInterface.read(interfaces, "eth1")).isEmpty();
    }

    @Test
    void loopbackHasNone() {
        assertThat(RouteInterface.towards(ServerAddress.parse("127.0.0.1"))).isEmpty();
    }
}
