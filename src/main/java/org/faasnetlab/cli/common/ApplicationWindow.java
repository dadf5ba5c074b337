package org.faasnetlab.cli.common;

import java.nio.file.Path;
import java.util.List;
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

    /**
     * Passes files to a window that is open with the same data folder, and brings it to the front. Called when the folder
     * exists. If there is none, this program's window takes files of later starts from now on.
     *
     * @return whether there is such a window
     * @throws LabException if it does not respond
     */
    boolean handOver(List<Path> files) throws LabException;

    /** Starts whatever takes time and does not need the lab, in the background; called before the lab is opened. */
    void prepare();

    /**
     * Shows the window and returns when the user has closed it.
     *
     * @param files opened in it
     *
     * @throws LabException if the window cannot be shown
     */
    void show(Lab lab, List<Path> files) throws LabException;
}
