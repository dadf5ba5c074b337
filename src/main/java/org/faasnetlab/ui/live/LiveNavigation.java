package org.faasnetlab.ui.live;

/** The screens that the live screen links to. */
public interface LiveNavigation {
    void openExperiment();

    void openResults(String runId);
}
