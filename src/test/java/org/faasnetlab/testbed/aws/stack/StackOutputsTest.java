package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.Output;

class StackOutputsTest {

    @Test
    void factsAreThoseOfEachServer() {
        assertThat(facts("{\"10.0.0.5\":\"iperf 3.16\",\"10.0.0.6\":null}"))
                .isEqualTo(Map.of("10.0.0.5", "iperf 3.16", "10.0.0.6", "null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "", "{"})
    void signalsThatAreNoObjectGiveNoFacts(String signals) {
        assertThat(facts(signals)).isEmpty();
    }

    private static Map<String, String> facts(String signals) {
        Output output =
                Output.builder().outputKey("ServerFacts").outputValue(signals).build();
        return new StackOutputs(List.of(output)).facts("ServerFacts");
    }
}
