package org.faasnetlab.cli.common;

import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;

/** The window of the application. */
public interface ApplicationWindow {

    /**
     * Called before anything is opened.
     *
     * @throws LabException if there is no display
     */
    void requireDisplay() throws LabException;

    /** Starts whatever takes time and does not need the lab, in the background; called before the lab is opened. */
    void prepare();

    /**
     * Shows the window and returns when the user has closed it.
     *
     * @throws LabException if the window cannot be shown
     */
    void show(Lab lab) throws LabException;
}
