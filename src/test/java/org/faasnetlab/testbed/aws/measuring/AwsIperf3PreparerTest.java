package org.faasnetlab.testbed.aws.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.junit.jupiter.api.Test;

class AwsIperf3PreparerTest {
    private static final URI PROGRAM = URI.create("https://bucket.s3.eu-central-1.amazonaws.com/iperf3-x86_64.zip?X=1");
    private static final Iperf3Workload WORKLOAD = new Iperf3Workload(Direction.DOWNLOAD, 10, 1, 100, 0, "cubic");

    @Test
    void portsAreAssignedFromAllServersInTurn() {
        List<Task> tasks = AwsIperf3Preparer.tasks(
                ServerPort.assign(
                        List.of(
                                new Iperf3Host("10.0.0.1", 5201, 2, 5200, null),
                                new Iperf3Host("10.0.0.2", 6000, 3, 5200, null)),
                        5),
                WORKLOAD,
                PROGRAM);

        assertThat(tasks)
                .map(Iperf3Task.class::cast)
                .extracting(task -> task.host() + ":" + task.port())
                .containsExactly("10.0.0.1:5201", "10.0.0.2:6000", "10.0.0.1:5202", "10.0.0.2:6001", "10.0.0.2:6002");
    }

    @Test
    void functionsGetTheServersIperf3AndTheKeyOfAServerWithPassword() {
        List<Task> tasks = AwsIperf3Preparer.tasks(
                ServerPort.assign(List.of(new Iperf3Host("203.0.113.7", 5201, 1, 5200, "AAAA")), 1), WORKLOAD, PROGRAM);

        assertThat(tasks)
                .containsExactly(new Iperf3Task(
                        "203.0.113.7",
                        5201,
                        Direction.DOWNLOAD,
                        10,
                        1,
                        100,
                        0,
                        "cubic",
                        null,
                        PROGRAM,
                        new Iperf3Task.Login("faasnetlab", "AAAA")));
    }
}
