package org.faasnetlab.ui.live;

/** Where the live screen leads to. */
public interface LiveNavigation {
    void openExperiment();

    void openResults(String runId);
}
