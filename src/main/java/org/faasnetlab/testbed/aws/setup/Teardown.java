package org.faasnetlab.testbed.aws.setup;

import org.faasnetlab.LabException;

/** Takes a testbed away, in whatever state it is. */
public interface Teardown {

    /**
     * Returns when nothing is left.
     *
     * @param name the testbed's name
     * @throws LabException if something is left; the same call again goes on
     */
    void tearDown(String name) throws LabException, InterruptedException;
}
