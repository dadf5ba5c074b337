package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientCommandsTest {
    private final ClientCommands commands = new ClientCommands();

    @Test
    void commandsOfOneShapeAreKeptOnceWithTheirTrials() {
        commands.add(1, List.of("iperf3 -c 10.0.0.4 -p 5201 -t 10 -P 1", "iperf3 -c 10.0.0.5 -p 5202 -t 10 -P 1"));
        commands.add(2, List.of("iperf3 -c 10.0.0.4 -p 5201 -t 10 -P 4 -R --pidfile /home/me/a/pipe"));
        commands.add(3, List.of("iperf3 -c 10.0.0.4 -p 5207 -t 10 -P 1"));
        commands.add(4, List.of("iperf3 -c 10.0.0.4 -p 5208 -t 10 -P 1"));
        commands.add(5, List.of("iperf3 -c 10.0.0.4 -p 5209 -t 10 -P 1"));
        commands.add(6, List.of("iperf3 -c 10.0.0.4 -p 5209 -t 10 -P 4 -R --pidfile '/tmp/my b/pipe'"));

        assertThat(commands.facts())
                .containsOnlyKeys("iperf3.client.1", "iperf3.client.2")
                .containsEntry("iperf3.client.1", "iperf3 -c 10.0.0.4 -p 5201 -t 10 -P 1  (trials 1, 3 to 5)")
                .containsEntry(
                        "iperf3.client.2", "iperf3 -c 10.0.0.4 -p 5201 -t 10 -P 4 -R --pidfile …/pipe  (trials 2, 6)");
    }

    @Test
    void otherWorkloadsHaveNone() {
        commands.add(1, List.of());
        assertThat(commands.facts()).isEmpty();
    }

    @Test
    void aPlanWithManyCellsIsCutOff() {
        IntStream.rangeClosed(1, 60).forEach(trial -> commands.add(trial, List.of("iperf3 -c a -t " + trial)));
        assertThat(commands.facts()).hasSize(50);
    }
}
