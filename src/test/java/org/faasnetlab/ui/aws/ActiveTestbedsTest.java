package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.faasnetlab.testing.ui.FakeAwsAccounts;
import org.faasnetlab.testing.ui.FakeAwsTestbeds;
import org.faasnetlab.testing.ui.InMemoryTestbedMemory;
import org.faasnetlab.ui.aws.ActiveTestbeds.ActiveTestbed;
import org.junit.jupiter.api.Test;

class ActiveTestbedsTest {
    private static final Instant NOW = FakeAwsTestbeds.CREATED;

    private final InMemoryTestbedMemory memory = new InMemoryTestbedMemory();
    private final ActiveTestbeds standing = new ActiveTestbeds(memory);

    @Test
    void updateOfOneRegionKeepsOtherRegions() throws Exception {
        standing.add(one("lab", "research-sso", "eu-central-1"));
        standing.add(one("lab", "research-sso", "us-east-1"));

        standing.setAll(new FakeAwsAccounts().in("research-sso", "eu-central-1"), List.of());

        assertThat(standing.at(NOW)).extracting(ActiveTestbed::region).containsExactly("us-east-1");
    }

    @Test
    void testbedOfTwoProfilesIsListedOnce() {
        standing.add(one("lab", "research-sso", "eu-central-1"));
        standing.add(one("lab", "admin", "eu-central-1"));

        assertThat(standing.at(NOW)).hasSize(1);
    }

    @Test
    void testbedsAreKnownAfterRestart() {
        standing.add(one("lab", "research-sso", "eu-central-1"));

        assertThat(new ActiveTestbeds(memory).at(NOW)).isEqualTo(standing.at(NOW));
        assertThat(new ActiveTestbeds(memory).at(NOW.plus(Duration.ofHours(2)))).isEmpty();
    }

    @Test
    void costSoFarGrowsWithTime() {
        ActiveTestbed lab = one("lab", "research-sso", "eu-central-1");

        assertThat(lab.costSoFar(NOW.plus(Duration.ofMinutes(30)))).contains("$0.13");
        assertThat(lab.costSoFar(NOW.minusSeconds(5))).contains("$0.00");
    }

    private static ActiveTestbed one(String name, String account, String region) {
        return new ActiveTestbed(name, account, region, new BigDecimal("0.26"), NOW, NOW.plus(Duration.ofHours(2)));
    }
}
