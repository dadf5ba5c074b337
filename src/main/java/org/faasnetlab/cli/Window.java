package org.faasnetlab.cli;

import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;

/** The window of the application. */
@FunctionalInterface
public interface Window {

    /**
     * Shows the window and returns when the user has closed it.
     *
     * @throws LabException if no window can be shown here
     */
    void show(Lab lab) throws LabException;
}
