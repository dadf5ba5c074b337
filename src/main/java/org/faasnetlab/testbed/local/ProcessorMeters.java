package org.faasnetlab.testbed.local;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.OptionalDouble;
import org.faasnetlab.testbed.BusyMeter;

/** Chooses the meter for the processors of this computer. */
public final class ProcessorMeters {
    private ProcessorMeters() {}

    /** Uses {@code /proc/stat} if it exists, otherwise the values of the Java runtime. */
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

        /** The MXBean measures since its last call as well, and returns a negative number if unknown. */
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
