package org.faasnetlab.testbed;

import java.util.OptionalDouble;

/**
 * Measures the utilization of a resource of this computer: its processors, a server process, or a disk. Not
 * thread-safe.
 */
public interface BusyMeter {

    /** A meter without values: the resource is on another computer, or the system does not provide its utilization. */
    BusyMeter NONE = new BusyMeter() {
        @Override
        public OptionalDouble sinceLastCall() {
            return OptionalDouble.empty();
        }

        @Override
        public String source() {
            return "not measured";
        }
    };

    /**
     * Utilization since the last call, 0 to 1: of all processors together, of the processors that a process can use, or
     * of the time; empty at the first call and if unknown.
     */
    OptionalDouble sinceLastCall();

    /** Source of the value, for the record of a run. */
    String source();
}
