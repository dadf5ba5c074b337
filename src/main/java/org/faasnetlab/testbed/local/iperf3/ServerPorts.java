package org.faasnetlab.testbed.local.iperf3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testbed.local.PortRange;
import org.jspecify.annotations.Nullable;

/**
 * Finds ports of loopback for servers.
 *
 * @param range where to look, or null for any that are free
 */
record ServerPorts(@Nullable PortRange range) {

    /**
     * Ports that were free a moment ago; another program may still be faster.
     *
     * @param ours ports of servers that run already; they are not chosen again
     * @throws IOException if the system has no free port left
     */
    List<Integer> free(int count, Set<Integer> ours) throws IOException, Iperf3Exception {
        return range == null ? anyFree(count) : freeInRange(count, ours, range);
    }

    private static List<Integer> anyFree(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        try {
            // All are held until the last is found, so that no port comes twice.
            for (int i = 0; i < count; i++) {
                ServerSocket socket = bind(0);
                held.add(socket);
                ports.add(socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        return ports;
    }

    private static List<Integer> freeInRange(int count, Set<Integer> ours, PortRange range) throws Iperf3Exception {
        List<Integer> ports = new ArrayList<>();
        for (int port = range.first(); port <= range.last() && ports.size() < count; port++) {
            if (!ours.contains(port) && isFree(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new Iperf3Exception.PortsTaken(range, count + ours.size(), ports.size() + ours.size());
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}
