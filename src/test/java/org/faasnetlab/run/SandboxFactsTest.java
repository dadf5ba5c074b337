package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.faasnetlab.protocol.FunctionRecord;
import org.junit.jupiter.api.Test;

class SandboxFactsTest {
    private final SandboxFacts sandboxes = new SandboxFacts();

    @Test
    void valuesOfOneKindStandAlone() {
        add("a", Map.of("os.version", "5.10", "cpu.model", "Xeon"));
        add("b", Map.of("os.version", "5.10", "cpu.model", "Xeon"));

        assertThat(sandboxes.facts(Map.of()))
                .isEqualTo(Map.of("function.os.version", "5.10", "function.cpu.model", "Xeon"));
    }

    @Test
    void differentValuesComeWithTheNumberOfTheirSandboxes() {
        add("a", Map.of("cpu.model", "Xeon 2.5"));
        add("b", Map.of("cpu.model", "Xeon 2.9"));
        add("c", Map.of("cpu.model", "Xeon 2.9"));
        // The same sandbox in the next trial.
        add("a", Map.of("cpu.model", "Xeon 2.5"));

        assertThat(sandboxes.facts(Map.of()))
                .containsEntry("function.cpu.model", "Xeon 2.9 (2 sandboxes), Xeon 2.5 (1 sandbox)");
    }

    @Test
    void whatIsTheSameOnThisComputerIsLeftOut() {
        add("a", Map.of("os.version", "5.10", "net.mtu.veth0", "1500"));

        assertThat(sandboxes.facts(Map.of("os.version", "5.10"))).isEqualTo(Map.of("function.net.mtu.veth0", "1500"));
    }

    @Test
    void functionsOfEarlierVersionsReportNone() {
        add("a", Map.of());

        assertThat(sandboxes.facts(Map.of())).isEmpty();
    }

    @Test
    void manyValuesAndManyPropertiesAreCutOff() {
        IntStream.range(0, 12).forEach(i -> add("a" + i, Map.of("cpu.model", "Model " + i)));
        IntStream.range(0, 60).forEach(i -> add("b" + i, Map.of("property." + i, "value")));

        assertThat(sandboxes.facts(Map.of())).hasSize(40);
        assertThat(sandboxes.facts(Map.of()).get("function.cpu.model")).endsWith(", and 2 more");
    }

    private void add(String sandbox, Map<String, String> system) {
        sandboxes.add(new FunctionRecord.Ready(sandbox, "", true, 1769, "amd64", "Java 21", 1, null, 1L, system));
    }
}
