package org.faasnetlab.testbed.aws.measuring;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.testbed.aws.stack.PublicServerPassword;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/** Assigns each function a port of its own, from all servers in turn, so that the servers have equal load. */
final class Iperf3Tasks {
    private final List<Iperf3Host> servers;

    Iperf3Tasks(List<Iperf3Host> servers) {
        this.servers = servers;
    }

    /**
     * @param functions at most the number of ports
     * @param programUrl presigned GET URL of the servers' iperf3
     */
    List<Task> tasks(int functions, Workload.Iperf3 workload, URI programUrl) {
        List<Task> tasks = new ArrayList<>();
        for (int row = 0; tasks.size() < functions; row++) {
            for (Iperf3Host server : servers) {
                if (row < server.ports() && tasks.size() < functions) {
                    Direction direction = workload.direction().ofFunction(tasks.size(), functions);
                    tasks.add(task(server, server.firstPort() + row, direction, workload, programUrl));
                }
            }
        }
        return tasks;
    }

    private static Task task(
            Iperf3Host server, int port, Direction direction, Workload.Iperf3 workload, URI programUrl) {
        return new Task.Iperf3(
                server.address(),
                port,
                direction,
                workload.seconds(),
                workload.streams(),
                workload.intervalMs(),
                workload.omitSeconds(),
                workload.congestion(),
                null,
                programUrl,
                login(server));
    }

    private static Task.@Nullable Login login(Iperf3Host server) {
        return server.publicKey() == null ? null : new Task.Login(PublicServerPassword.USER, server.publicKey());
    }
}
