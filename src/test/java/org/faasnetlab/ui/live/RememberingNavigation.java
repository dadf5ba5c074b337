package org.faasnetlab.ui.live;

import java.util.List;

/** Notes where the user was led. */
record RememberingNavigation(List<String> went) implements LiveNavigation {
    @Override
    public void openExperiment() {
        went.add("experiment");
    }

    @Override
    public void openResults(String runId) {
        went.add("results " + runId);
    }
}
