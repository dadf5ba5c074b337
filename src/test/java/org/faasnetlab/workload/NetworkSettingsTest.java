package org.faasnetlab.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.junit.jupiter.api.Test;

class NetworkSettingsTest {
    private static final NetworkSettings KERNEL = NetworkSettings.REAL
            .withMedium(NetworkSettings.Medium.KERNEL)
            .withQueue(LinkQueue.parse("200ms"))
            .withLink(LinkProfile.parse("50Mbit"))
            .withHosts(2)
            .withHostLink(Bandwidth.ofMegabits(80));

    @Test
    void onlyAKernelNetworkHasDetails() {
        assertThat(NetworkSettings.REAL.details()).isEmpty();
        assertThat(KERNEL.details()).isEqualTo(Map.of("network", "kernel", "queue", "200ms"));
        assertThat(NetworkSettings.parse("50Mbit", 2, "80Mbit", KERNEL.details()))
                .isEqualTo(KERNEL);
        assertThat(NetworkSettings.parse("50Mbit", 2, "80Mbit", Map.of("seconds", "10")))
                .isEqualTo(NetworkSettings.parse("50Mbit", 2, "80Mbit"));
        assertThatThrownBy(() -> NetworkSettings.parse("50Mbit", 2, "80Mbit", Map.of("network", "tin")))
                .hasMessage("expected relay or kernel");
    }

    @Test
    void onlyALimitedRelayEndsConnections() {
        assertThat(NetworkSettings.REAL.simulated()).isFalse();
        assertThat(NetworkSettings.REAL.relayed()).isFalse();
        assertThat(NetworkSettings.parse("50Mbit", 1, "unlimited").relayed()).isTrue();
        assertThat(NetworkSettings.parse("unlimited", 1, "80Mbit").relayed()).isTrue();
        assertThat(KERNEL.relayed()).isFalse();
        assertThat(KERNEL.simulated()).isTrue();
        assertThat(NetworkSettings.REAL
                        .withMedium(NetworkSettings.Medium.KERNEL)
                        .simulated())
                .isTrue();
    }

    @Test
    void labelsNameTheNetworkAndItsQueue() {
        NetworkSettings vpc = KERNEL.withVpcLink(Bandwidth.ofMegabits(100));
        assertThat(vpc.details()).containsEntry("vpcLink", "100Mbit");
        assertThat(NetworkSettings.parse("50Mbit", 2, "80Mbit", vpc.details())).isEqualTo(vpc);
        assertThat(vpc.labels()).extracting(Phrase::toString).contains("VPC of 100Mbit");
        // Two functions on each host have 40 Mbit/s each, and four share 100 Mbit/s.
        assertThat(vpc.bitsPerSecondOfFunction(4)).isEqualTo(25e6);
        NetworkSettings impaired = KERNEL.withImpairment(new PathImpairment(20, 0.1));
        assertThat(impaired.details())
                .isEqualTo(Map.of("network", "kernel", "queue", "200ms", "delay", "20ms", "loss", "0.1%"));
        assertThat(NetworkSettings.parse("50Mbit", 2, "80Mbit", impaired.details()))
                .isEqualTo(impaired);
        assertThat(impaired.labels()).extracting(Phrase::toString).endsWith("delay 20ms", "loss 0.1%");
        assertThat(impaired.withMedium(NetworkSettings.Medium.RELAY).details()).isEmpty();
        assertThat(KERNEL.labels())
                .extracting(Phrase::toString)
                .containsExactly("link 50Mbit", "2 hosts of 80Mbit", "kernel network, queue 200ms");
    }
}
