package org.faasnetlab.testbed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionCapacityTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "4, 48", "24, 288", "64, 768", "512, 1000"})
    void threeQuartersOfTheMemoryAreForFunctions(long gibibytes, int functions) {
        long memory = gibibytes == 1 ? 1 : gibibytes << 30;

        assertThat(FunctionCapacity.of(memory)).isEqualTo(functions);
    }

    @Test
    void theDefaultsFitIntoThisComputer() {
        assertThat(LocalTestbedSettings.defaults(Path.of("work")).maxFunctions())
                .isEqualTo(FunctionCapacity.ofThisComputer())
                .isBetween(1, 1000);
    }
}
