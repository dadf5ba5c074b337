package org.faasnetlab.testbed.local;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.OptionalDouble;
import org.faasnetlab.testbed.BusyMeter;

/** Chooses how this computer's processors are watched. */
public final class ProcessorMeters {
    private ProcessorMeters() {}

    /** {@code /proc/stat} where there is one, else what the Java runtime is told by the system. */
    public static BusyMeter ofThisComputer() {
        if (Files.isReadable(ProcStatMeter.FILE)) {
            return new ProcStatMeter(ProcStatMeter.FILE);
        }
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return new RuntimeMeter(system);
        }
        return BusyMeter.NONE;
    }

    private record RuntimeMeter(com.sun.management.OperatingSystemMXBean system) implements BusyMeter {

        /** The bean counts from its last call as well; it says a negative number where it does not know. */
        @Override
        public OptionalDouble sinceLastCall() {
            double busy = system.getCpuLoad();
            return Double.isNaN(busy) || busy < 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, busy));
        }

        @Override
        public String source() {
            return "Java runtime";
        }
    }
}
