package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.LabException;

/** Takes a testbed away, in whatever state it is. */
public interface CreationRollback {

    /**
     * Returns when nothing is left.
     *
     * @param name the testbed's name
     * @throws LabException if something is left; the same call again goes on
     */
    void tearDown(String name) throws LabException, InterruptedException;
}
