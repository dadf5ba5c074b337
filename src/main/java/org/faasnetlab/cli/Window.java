package org.faasnetlab.cli;

import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;

/** The window of the application. */
public interface Window {

    /**
     * Asked before anything is opened.
     *
     * @throws LabException if there is nothing to show a window on
     */
    void requireDisplay() throws LabException;

    /**
     * Shows the window and returns when the user has closed it.
     *
     * @throws LabException if the window cannot be shown
     */
    void show(Lab lab) throws LabException;
}
