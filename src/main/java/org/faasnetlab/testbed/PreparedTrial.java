package org.faasnetlab.testbed;

import org.faasnetlab.LabException;
import org.faasnetlab.protocol.Task;

/** Servers, links and objects that stand ready for one trial. */
public interface PreparedTrial extends AutoCloseable {

    /** The task of a function, numbered from 0; every function has its own server port, link and object. */
    Task task(int functionIndex);

    /** The simulated host that a function was placed on, from 0; 0 where hosts are not simulated. */
    int host(int functionIndex);

    /**
     * A function has said in which sandbox it runs. Called before the function begins, or soon after if it was late.
     *
     * @param sandboxId as the function reported it
     */
    default void runsIn(int functionIndex, String sandboxId) {}

    /**
     * How busy the processors of the server are that all functions share, where it runs on this computer. Servers of
     * iperf3 say it themselves.
     */
    default BusyMeter serverMeter() {
        return BusyMeter.NONE;
    }

    /** How busy the disk of that server is. */
    default BusyMeter serverDiskMeter() {
        return BusyMeter.NONE;
    }

    /** What the testbed knows of the trial besides; asked for once, when the last function has ended. */
    default TrialConditions facts() {
        return TrialConditions.NONE;
    }

    /**
     * Called once when the last function has ended: completes uploads, removes objects, frees ports and links.
     *
     * @throws LabException if something could not be removed; the measured data is not affected
     */
    @Override
    void close() throws LabException;
}
