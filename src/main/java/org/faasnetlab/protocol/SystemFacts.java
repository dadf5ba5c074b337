package org.faasnetlab.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What decides about the network of a process and can be read without rights: kernel, processor, virtualization, TCP
 * settings, and MTUs. Read in each function for its {@code ready} record, and in the application for its own computer. Facts
 * that the system does not provide, such as all files on macOS and Windows, are omitted.
 */
public final class SystemFacts {
    /** A computer can have an interface for each of hundreds of containers. */
    private static final int MAX_INTERFACES = 8;

    /** Facts that are the first line of a file, by name. */
    private static final Map<String, String> FILES = Map.of(
            "tcp.congestion", "/proc/sys/net/ipv4/tcp_congestion_control",
            "tcp.rmem", "/proc/sys/net/ipv4/tcp_rmem",
            "tcp.wmem", "/proc/sys/net/ipv4/tcp_wmem",
            "net.qdisc", "/proc/sys/net/core/default_qdisc",
            "cpu.governor", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor",
            "machine.model", "/sys/class/dmi/id/product_name");

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private SystemFacts() {}

    /** The facts of this process's system, by name. */
    public static SortedMap<String, String> read() {
        SortedMap<String, String> facts = new TreeMap<>();
        put(facts, "os.version", System.getProperty("os.version"));
        FILES.forEach((name, file) -> put(facts, name, firstLine(Path.of(file))));
        try (BufferedReader lines = Files.newBufferedReader(CPU, StandardCharsets.ISO_8859_1)) {
            putProcessor(facts, lines);
        } catch (IOException e) {
            // Not on this system.
        }
        putMtus(facts);
        return facts;
    }

    /**
     * The first processor of {@code /proc/cpuinfo}: on x86 its name, and the flag that the kernel lists inside virtual
     * machines. On Arm, the file has numbers of maker and part instead, and nothing about virtualization.
     */
    static void putProcessor(SortedMap<String, String> facts, BufferedReader lines) throws IOException {
        String implementer = null;
        String part = null;
        for (String line = lines.readLine(); line != null && !line.isBlank(); line = lines.readLine()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            switch (name) {
                case "model name" -> put(facts, "cpu.model", value);
                case "flags" ->
                    facts.put("machine.virtual", String.valueOf((" " + value + " ").contains(" hypervisor ")));
                case "CPU implementer" -> implementer = value;
                case "CPU part" -> part = value;
                default -> {
                    // Of no use here.
                }
            }
        }
        if (part != null) {
            put(facts, "cpu.model", "Arm implementer " + implementer + " part " + part);
        }
    }

    /** By system call and not from {@code /sys}, which can show another network namespace than that of the process. */
    private static void putMtus(SortedMap<String, String> facts) {
        try {
            int listed = 0;
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (listed < MAX_INTERFACES && each.isUp()) {
                    put(facts, "net.mtu." + each.getName(), String.valueOf(each.getMTU()));
                    listed++;
                }
            }
        } catch (SocketException e) {
            // Unknown then.
        }
    }

    private static @Nullable String firstLine(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private static void put(SortedMap<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value.strip().replaceAll("\\s+", " "));
        }
    }
}
