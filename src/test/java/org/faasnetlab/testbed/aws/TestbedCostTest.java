package org.faasnetlab.testbed.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestbedCostTest {

    private final TestbedCost cost = new TestbedCost(new PriceTable());

    @Test
    void anHourIsServersDisksAndPublicAddresses() {
        // 3 x (0.2268 + 8 x 0.00011) + 1 x 0.005
        assertThat(cost.hour(settings("c6in.xlarge")))
                .hasValueSatisfying(dollars -> assertThat(dollars).isEqualByComparingTo("0.68804"));
    }

    @Test
    void aTypeWithoutAPriceHasNoCost() {
        assertThat(cost.hour(settings("x9.mega"))).isEqualTo(Optional.empty());
    }

    @Test
    void functionsArePaidByMemoryAndTime() {
        // 100 functions x 1,769 MB x 30 s are 5,183 GB-seconds.
        assertThat(cost.functions(Architecture.X86_64, 100, 1769, Duration.ofSeconds(30)))
                .isCloseTo(new BigDecimal("0.0864"), within(new BigDecimal("0.0001")));
        assertThat(cost.functions(Architecture.ARM64, 1, 1024, Duration.ofMillis(1)))
                .isEqualByComparingTo("0.0000002133334");
    }

    private static AwsTestbedSettings settings(String type) {
        return new AwsTestbedSettings(
                "lab",
                2,
                1,
                100,
                type,
                Architecture.X86_64,
                "us-east-1a",
                AwsNetwork.NewVpc.DEFAULT,
                Duration.ofHours(2),
                "java21",
                1769);
    }
}
