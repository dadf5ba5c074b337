package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.faasnetlab.testbed.TestbedLimits;
import org.junit.jupiter.api.Test;

class LocalLimitsTest {
    @Test
    void moreProcessorsStartFunctionsFaster() {
        assertThat(LocalLimits.of(100, 2).coldStartEach()).isEqualTo(Duration.ofMillis(110));
        assertThat(LocalLimits.of(100, 4).coldStartEach()).isEqualTo(Duration.ofMillis(55));
        assertThat(LocalLimits.of(100, 1).coldStartEach()).isEqualTo(Duration.ofMillis(220));
    }

    @Test
    void theTimeForEachFunctionHasAMinimum() {
        assertThat(LocalLimits.of(100, 64).coldStartEach()).isEqualTo(Duration.ofMillis(25));
    }

    @Test
    void theConfiguredLimitOfFunctionsIsUsed() {
        TestbedLimits limits = LocalLimits.of(32, 2);

        assertThat(limits.maxFunctions()).isEqualTo(32);
        assertThat(limits.coldStart()).isEqualTo(Duration.ofMillis(500));
    }
}
