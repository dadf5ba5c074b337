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

    @Test
    void factsAboutTheSystemFollowTheRest() {
        String signals = "{\"10.0.0.5\":\"iperf 3.16|os.version=6.1|cpu.model=a=b|nothing|=x\",\"10.0.0.6\":\"\"}";

        assertThat(facts(signals)).isEqualTo(Map.of("10.0.0.5", "iperf 3.16", "10.0.0.6", ""));
        assertThat(outputs(signals).systems("ServerFacts"))
                .isEqualTo(Map.of("10.0.0.5", Map.of("os.version", "6.1", "cpu.model", "a=b"), "10.0.0.6", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "", "{"})
    void signalsThatAreNoObjectGiveNoFacts(String signals) {
        assertThat(facts(signals)).isEmpty();
    }

    private static Map<String, String> facts(String signals) {
        return outputs(signals).facts("ServerFacts");
    }

    private static StackOutputs outputs(String signals) {
        Output output =
                Output.builder().outputKey("ServerFacts").outputValue(signals).build();
        return new StackOutputs(List.of(output));
    }
}
