package org.faasnetlab.testing.ui;

import java.util.List;
import org.faasnetlab.ui.live.LiveNavigation;

/** Records the screens that were opened. */
public record RecordingLiveNavigation(List<String> went) implements LiveNavigation {
    @Override
    public void openExperiment() {
        went.add("experiment");
    }

    @Override
    public void openResults(String runId) {
        went.add("results " + runId);
    }
}
