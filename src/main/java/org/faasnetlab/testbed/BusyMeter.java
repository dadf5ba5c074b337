package org.faasnetlab.testbed;

import java.util.OptionalDouble;

/** Reads how busy something of this computer is: its processors, a server process, a disk. For one thread. */
public interface BusyMeter {

    /** Knows nothing: what is meant is elsewhere, or the system does not tell. */
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
     * Share that was busy since the last call, 0 to 1: of all processors together, of those that a process can use, or
     * of the time; empty at the first call and where the system does not tell.
     */
    OptionalDouble sinceLastCall();

    /** Where the share comes from, for the record of a run. */
    String source();
}
