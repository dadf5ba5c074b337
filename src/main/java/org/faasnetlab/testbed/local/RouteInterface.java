package org.faasnetlab.testbed.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network interface of this computer through which it reaches a server.
 *
 * @param name for example {@code eth0}
 * @param speed of its link, as the driver reports it
 */
public record RouteInterface(String name, Bandwidth speed) {
    private static final Logger log = LoggerFactory.getLogger(RouteInterface.class);
    private static final Path LINUX = Path.of("/sys/class/net");

    /** Empty on loopback, if the name does not resolve, and where the speed is unknown, as of virtual interfaces. */
    public static Optional<RouteInterface> towards(ServerAddress server) {
        // Connecting a datagram socket chooses the route, and sends nothing.
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(server.host(), server.ports().first()));
            NetworkInterface found = NetworkInterface.getByInetAddress(socket.getLocalAddress());
            return found == null || found.isLoopback() ? Optional.empty() : read(LINUX, found.getName());
        } catch (IOException | IllegalArgumentException e) {
            log.info("The route to {} is unknown: {}", server, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * @param interfaces a directory for each interface, with a file {@code speed} in Mbit/s, which is -1 or cannot be read if it is unknown
     *     (Linux, Documentation/ABI/testing/sysfs-class-net)
     */
    static Optional<RouteInterface> read(Path interfaces, String name) {
        try {
            long megabits = Long.parseLong(
                    Files.readString(interfaces.resolve(name).resolve("speed")).trim());
            return megabits > 0
                    ? Optional.of(new RouteInterface(name, Bandwidth.ofMegabits((double) megabits)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            log.info("The speed of {} is unknown: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * A warning before datagrams are sent faster than the interface can; empty if it can.
     *
     * @param rate of all functions together
     */
    public Optional<Phrase> warning(Bandwidth rate) {
        return rate.compareTo(speed) <= 0
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "The network interface {0} has {1}, but the plan sends up to {2}: what exceeds it is lost on this"
                                + " computer, or not sent. Set a lower rate.",
                        name, speed, rate));
    }
}
