package org.faasnetlab.testbed.aws.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.Architecture;
import org.junit.jupiter.api.Test;

class TestbedCostTest {

    private final TestbedCost cost = new TestbedCost(PriceTable.bundled());

    @Test
    void costPerHourIncludesServersDisksAndPublicAddresses() {
        // 3 x (0.2268 + 8 x 0.00011) + 1 x 0.005
        assertThat(cost.hour(settings("c6in.xlarge")))
                .hasValueSatisfying(sum -> assertThat(sum.dollars()).isEqualByComparingTo("0.68804"));
    }

    @Test
    void aTypeWithoutAPriceHasNoCost() {
        assertThat(cost.hour(settings("x9.mega"))).isEmpty();
    }

    @Test
    void costIsLimitedByLease() {
        // The lease of two hours is twice an hour.
        assertThat(cost.lease(settings("c6in.xlarge")).orElseThrow().dollars()).isEqualByComparingTo("1.37608");
        assertThat(cost.sinceCreation(settings("c6in.xlarge"), Duration.ofHours(30)))
                .isEqualTo(cost.lease(settings("c6in.xlarge")));
        assertThat(cost.sinceCreation(settings("c6in.xlarge"), Duration.ofHours(1)))
                .isEqualTo(cost.hour(settings("c6in.xlarge")));
    }

    @Test
    void serversArePaidBySecondAndAtLeastForAMinute() {
        assertThat(costSoFar(Duration.ofSeconds(1800))).isEqualByComparingTo("0.11384");
        assertThat(costSoFar(Duration.ofSeconds(5))).isEqualTo(costSoFar(Duration.ofSeconds(60)));
    }

    @Test
    void functionsArePaidByMemoryAndTime() {
        // 100 functions x 1,769 MB x 30 s are 5,183 GB-seconds.
        assertThat(cost.functions(Architecture.X86_64, 100, 1769, Duration.ofSeconds(30))
                        .dollars())
                .isCloseTo(new BigDecimal("0.0864"), within(new BigDecimal("0.0001")));
        assertThat(cost.functions(Architecture.ARM64, 1, 1024, Duration.ofMillis(1))
                        .dollars())
                .isEqualByComparingTo("0.0000002133334");
    }

    @Test
    void requestsToS3ArePaid() {
        assertThat(cost.requests(34_000, 32_000).dollars()).isEqualByComparingTo("0.1828");
    }

    @Test
    void basisNamesSourcesAndUnverifiedPrices() {
        assertThat(cost.functions(Architecture.X86_64, 1, 128, Duration.ofSeconds(1))
                        .basis()
                        .toString())
                .isEqualTo(
                        "Prices from the built-in price table for us-east-1, 2026-11-23; excluding tax and discounts.");
        assertThat(cost.hour(settings("c6in.xlarge")).orElseThrow().basis().toString())
                .contains("unverified");
    }

    private BigDecimal costSoFar(Duration time) {
        return cost.servers(List.of(new ServerUptime("c6in.xlarge", false, time, true)))
                .orElseThrow()
                .dollars();
    }

    private static AwsTestbedSettings settings(String type) {
        return AwsTestbedSettings.defaults("lab", "us-east-1a").toBuilder()
                .servers(2)
                .outsideServers(1)
                .serverType(type)
                .build();
    }

    @Test
    void publicTrafficIsChargedByTheGigabyte() {
        assertThat(cost.publicTransfer(new DataSize(12_500_000_000L)).dollars()).isEqualByComparingTo("0.125");
    }
}
