package org.faasnetlab.testbed.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts about this computer for the record of a run. Facts that the system does not provide are omitted. */
final class HostEnvironment {
    private static final Logger log = LoggerFactory.getLogger(HostEnvironment.class);
    /** Facts that are the first line of a file. */
    private static final Map<String, String> FILES = Map.of(
            "tcp.congestion", "/proc/sys/net/ipv4/tcp_congestion_control",
            "tcp.rmem", "/proc/sys/net/ipv4/tcp_rmem",
            "tcp.wmem", "/proc/sys/net/ipv4/tcp_wmem",
            "net.qdisc", "/proc/sys/net/core/default_qdisc",
            "net.mtu.lo", "/sys/class/net/lo/mtu",
            "cpu.governor", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor",
            "machine.model", "/sys/class/dmi/id/product_name");

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private HostEnvironment() {}

    static SortedMap<String, String> ofThisComputer() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("os.name", System.getProperty("os.name"));
        facts.put("os.version", System.getProperty("os.version"));
        facts.put("os.arch", System.getProperty("os.arch"));
        facts.put("java.version", System.getProperty("java.version"));
        facts.put("cpu.count", String.valueOf(Runtime.getRuntime().availableProcessors()));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            facts.put("memory.bytes", String.valueOf(system.getTotalMemorySize()));
        }
        cpuModel(facts);
        FILES.forEach((fact, file) -> lines(Path.of(file))
                .findFirst()
                .ifPresent(text -> facts.put(fact, text.strip().replaceAll("\\s+", " "))));
        virtualization(facts);
        return facts;
    }

    private static void cpuModel(Map<String, String> facts) {
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        if (windows != null) {
            facts.put("cpu.model", windows);
            return;
        }
        lines(CPU)
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .ifPresent(line -> facts.put(
                        "cpu.model", line.substring(line.indexOf(':') + 1).strip()));
    }

    /** The kernel lists the flag of a hypervisor inside virtual machines; without the file it is unknown. */
    private static void virtualization(Map<String, String> facts) {
        lines(CPU)
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .ifPresent(
                        flags -> facts.put("machine.virtual", String.valueOf((flags + " ").contains(" hypervisor "))));
    }

    private static Stream<String> lines(Path file) {
        if (!Files.isReadable(file)) {
            return Stream.empty();
        }
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            log.info("Cannot read {}", file, e);
            return Stream.empty();
        }
    }
}
