package org.faasnetlab.testbed;

import java.time.Instant;
import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.protocol.Task;

/** The servers, links and objects that were prepared for one trial. */
public interface PreparedTrial extends AutoCloseable {

    /** The task of a function, numbered from 0. Every function has its own server port, link and object. */
    Task task(int functionIndex);

    /** Where a function sends latency probes; empty if the trial has none. */
    default Optional<ProbeTarget> probe(int functionIndex) {
        return Optional.empty();
    }

    /** The simulated host that a function was placed on, from 0; 0 where hosts are not simulated. */
    int host(int functionIndex);

    /**
     * Called with the sandbox of a function before the function starts, or shortly afterwards if it was late.
     *
     * @param sandboxId as the function reported it
     */
    default void sandboxKnown(int functionIndex, String sandboxId) {}

    /** Called once, when T0 is known. */
    default void startAt(Instant t0) {}

    /**
     * Measures the processor utilization of a server on this computer that all functions share. iperf3 servers report
     * it themselves.
     */
    default BusyMeter serverMeter() {
        return BusyMeter.NONE;
    }

    /** Measures the disk utilization of that server. */
    default BusyMeter serverDiskMeter() {
        return BusyMeter.NONE;
    }

    /** Further conditions of the trial; called once, after the last function has finished. */
    default TrialConditions conditions() {
        return TrialConditions.NONE;
    }

    /**
     * Called once after the last function has finished: completes uploads, deletes objects, releases ports and links.
     *
     * @throws LabException if something could not be deleted; the measured data is not affected
     */
    @Override
    void close() throws LabException;
}
