package org.faasnetlab.testbed.local.iperf3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** Selects free loopback ports for servers. */
public final class ServerPorts {
    private final int first;
    private final int last;

    private ServerPorts(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /** Uses any free ports. */
    public static ServerPorts any() {
        return new ServerPorts(0, 0);
    }

    /** Uses free ports in a range. */
    public static ServerPorts within(PortRange range) {
        return new ServerPorts(range.first(), range.last());
    }

    /** Counts the ports of a range that are currently free. */
    public static int countFree(int first, int last) {
        return (int)
                IntStream.rangeClosed(first, last).filter(ServerPorts::isFree).count();
    }

    /**
     * Returns ports that were free a moment ago; another program may still take one before the server does.
     *
     * @param ours ports of running servers, which are not chosen
     * @throws IOException if the system has no free port left
     */
    List<Integer> free(int count, Set<Integer> ours) throws IOException, LabException {
        return last == 0 ? anyFree(count) : freeInRange(count, ours);
    }

    private static List<Integer> anyFree(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        try {
            // Hold all ports until the last is found, so that none is returned twice.
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

    private List<Integer> freeInRange(int count, Set<Integer> ours) throws LabException {
        List<Integer> ports = new ArrayList<>();
        for (int port = first; port <= last && ports.size() < count; port++) {
            if (!ours.contains(port) && isFree(port)) {
                ports.add(port);
            }
        }
        if (ports.size() < count) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of(
                            "Not enough free ports in {0}-{1} for the iperf3 servers: {2} required, {3} free.",
                            first, last, (count + ours.size()), (ports.size() + ours.size())),
                    Phrase.of("Specify a wider or another port range, omit it to use any free ports, or stop the"
                            + " programs that use these."));
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = bind(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
