package org.faasnetlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The kernel network of the program's testbed, entered by other programs: {@code ping}, {@code tc} and a plain iperf3. */
final class RawNetwork {
    private static final Pattern PING_MILLIS = Pattern.compile("time=([0-9.]+) ms");

    /** Addresses of the namespace of the functions, and of the router in which their links begin; see KernelNetwork. */
    private static final String FUNCTIONS = "10.79.0.1";

    private static final String ACCESS_ROUTER = "10.79.0.5";

    /** The address of the first function's servers. */
    static final String FIRST_SERVER = "10.78.0.0";

    private RawNetwork() {}

    /**
     * What a queue has passed on and dropped since it exists.
     *
     * @param passed packets
     * @param dropped packets
     */
    record QueueCounters(long passed, long dropped) {
        double droppedShare() {
            return (double) dropped / (passed + dropped);
        }
    }

    /** The command that makes the program that follows the neighbour of a function. */
    static List<String> functionEntry() throws Exception {
        return entry(FUNCTIONS);
    }

    /** The command that enters the network namespace with an address, which a child of this process is in. */
    private static List<String> entry(String address) throws Exception {
        Set<String> seen = new HashSet<>(Set.of("", network(ProcessHandle.current())));
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            if (seen.add(network(process))) {
                List<String> entry = List.of("nsenter", "--net", "--target", String.valueOf(process.pid()));
                if (output(entry, "ip", "-o", "-4", "address").contains(" " + address + "/")) {
                    return entry;
                }
            }
        }
        throw new IllegalStateException("no process of this program is in a network with " + address);
    }

    /** Empty for a process that has just ended. */
    private static String network(ProcessHandle process) throws IOException {
        Path link = Path.of("/proc/" + process.pid() + "/ns/net");
        return Files.exists(link) ? Files.readSymbolicLink(link).toString() : "";
    }

    /** What a program prints, also if it fails. */
    private static String output(List<String> entry, String... program) throws Exception {
        List<String> command = new ArrayList<>(entry);
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    /** Whether the kernel has a congestion control algorithm. */
    static boolean hasCongestionControl(String name) throws IOException {
        return List.of(Files.readString(Path.of("/proc/sys/net/ipv4/tcp_available_congestion_control"))
                        .strip()
                        .split(" "))
                .contains(name);
    }

    /** What {@code tc -s} prints about the queues towards the servers, summed over the functions. */
    static QueueCounters towardsServers() throws Exception {
        String printed = output(entry(ACCESS_ROUTER), "tc", "-s", "-j", "qdisc", "show", "dev", "uplink");
        return sum(new ObjectMapper().readTree(printed));
    }

    private static QueueCounters sum(JsonNode queues) {
        long passed = 0;
        long dropped = 0;
        for (JsonNode queue : queues) {
            if (queue.path("kind").asText().equals("bfifo")) {
                passed += queue.path("packets").asLong();
                dropped += queue.path("drops").asLong();
            }
        }
        return new QueueCounters(passed, dropped);
    }

    /** A {@code ping} every 20 ms, as long as given; its answers are read with {@link #millis}. */
    static Process startPing(List<String> entry, String host, int seconds) throws IOException {
        List<String> command = new ArrayList<>(entry);
        command.addAll(List.of("ping", "-n", "-i", "0.02", "-w", String.valueOf(seconds), host));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Waits for the end of a {@code ping}, and returns the round-trip times that it printed, in ms. */
    static List<Double> millis(Process ping) throws Exception {
        String printed = new String(ping.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ping.waitFor();
        List<Double> found = PING_MILLIS
                .matcher(printed)
                .results()
                .map((MatchResult result) -> Double.parseDouble(result.group(1)))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("ping: " + printed);
        }
        return found;
    }
}
