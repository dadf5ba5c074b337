package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.testing.fuzz.FuzzOutcome;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import org.faasnetlab.testing.fuzz.Fuzzer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@code ./mvnw -Pfuzz verify}: every reader accepts or refuses mutated inputs, and never fails. */
class FuzzTest {
    private static final long INPUTS = 3_000;
    private static final long SEED = 20261130;

    static Stream<FuzzTarget> targets() {
        return FuzzTargets.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("targets")
    void mutatedInputsAreAcceptedOrRefused(FuzzTarget target) {
        FuzzOutcome outcome = Fuzzer.run(target, INPUTS, SEED);

        assertThat(outcome.failures()).isEqualTo(List.of());
        assertThat(outcome.accepted()).isPositive();
    }
}
