package org.faasnetlab.testbed.aws.measuring;

import java.util.ArrayList;
import java.util.List;

/**
 * The iperf3 port of one function.
 *
 * @param server that answers there, and its latency probes
 * @param port one of its ports
 */
record ServerPort(Iperf3Host server, int port) {
    /**
     * A port for each function, from all servers in turn, so that the servers have equal load.
     *
     * @param functions at most the number of ports
     */
    static List<ServerPort> assign(List<Iperf3Host> servers, int functions) {
        List<ServerPort> ports = new ArrayList<>();
        for (int row = 0; ports.size() < functions; row++) {
            for (Iperf3Host server : servers) {
                if (row < server.ports() && ports.size() < functions) {
                    ports.add(new ServerPort(server, server.firstPort() + row));
                }
            }
        }
        return ports;
    }
}
