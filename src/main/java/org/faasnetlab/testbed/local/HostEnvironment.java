package org.faasnetlab.testbed.local;

import java.lang.management.ManagementFactory;
import java.util.SortedMap;
import org.faasnetlab.protocol.SystemFacts;

/** Facts about this computer for the record of a run. Facts that the system does not provide are omitted. */
final class HostEnvironment {
    private HostEnvironment() {}

    static SortedMap<String, String> ofThisComputer() {
        SortedMap<String, String> facts = SystemFacts.read();
        facts.put("os.name", System.getProperty("os.name"));
        facts.put("os.arch", System.getProperty("os.arch"));
        facts.put("java.version", System.getProperty("java.version"));
        facts.put("cpu.count", String.valueOf(Runtime.getRuntime().availableProcessors()));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            facts.put("memory.bytes", String.valueOf(system.getTotalMemorySize()));
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        if (windows != null) {
            facts.put("cpu.model", windows);
        }
        return facts;
    }
}
