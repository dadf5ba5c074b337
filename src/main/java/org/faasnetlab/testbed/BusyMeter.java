package org.faasnetlab.testbed;

import java.util.OptionalDouble;

/** Reads how busy the processors of this computer are. For one thread. */
public interface BusyMeter {

    /** Knows nothing: functions and servers run elsewhere. */
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
     * Share of the time of all processors together that was busy since the last call, 0 to 1; empty at the first call
     * and where the system does not tell.
     */
    OptionalDouble sinceLastCall();

    /** Where the share comes from, for the record of a run. */
    String source();
}
