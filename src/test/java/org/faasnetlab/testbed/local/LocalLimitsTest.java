package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.faasnetlab.testbed.TestbedLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalLimitsTest {
    @Test
    void moreProcessorsStartFunctionsFaster() {
        assertThat(LocalLimits.of(100, 2, OptionalLong.empty()).coldStartPerFunction())
                .isEqualTo(Duration.ofMillis(110));
        assertThat(LocalLimits.of(100, 4, OptionalLong.empty()).coldStartPerFunction())
                .isEqualTo(Duration.ofMillis(55));
        assertThat(LocalLimits.of(100, 1, OptionalLong.empty()).coldStartPerFunction())
                .isEqualTo(Duration.ofMillis(220));
    }

    @Test
    void theTimeForEachFunctionHasAMinimum() {
        assertThat(LocalLimits.of(100, 64, OptionalLong.empty()).coldStartPerFunction())
                .isEqualTo(Duration.ofMillis(25));
    }

    @Test
    void theConfiguredLimitOfFunctionsIsUsed() {
        TestbedLimits limits = LocalLimits.of(32, 2, OptionalLong.empty());

        assertThat(limits.maxFunctions()).isEqualTo(32);
        assertThat(limits.coldStart()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void fewOpenFilesAllowFewFunctionsAndAreNamed() {
        TestbedLimits limits = LocalLimits.of(100, 2, OptionalLong.of(600));

        assertThat(limits.maxFunctions()).isEqualTo(30);
        assertThat(limits.remedy())
                .hasToString("This program may have 600 files open; for more functions, raise the limit (ulimit -n).");
        assertThat(LocalLimits.of(30, 2, OptionalLong.of(600)).remedy()).isNull();
        assertThat(LocalLimits.of(30, 2, OptionalLong.of(100)).maxFunctions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 48", "24, 288", "64, 768", "512, 1000"})
    void threeQuartersOfTheMemoryAreForFunctions(long gibibytes, int functions) {
        long memory = gibibytes == 1 ? 1 : gibibytes << 30;

        assertThat(LocalLimits.functionsThatFit(memory)).isEqualTo(functions);
    }

    @Test
    void theDefaultsFitIntoThisComputer() {
        assertThat(LocalTestbedSettings.defaults(Path.of("work")).maxFunctions())
                .isEqualTo(LocalLimits.functionsThatFit())
                .isBetween(1, 1000);
    }
}
