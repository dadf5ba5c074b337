package org.faasnetlab.analysis;

import java.util.List;

/**
 * All findings of a run.
 *
 * @param trials in their order
 * @param notes caveats about the numbers, one sentence each; usually none
 */
public record RunFindings(List<TrialFindings> trials, List<String> notes) {
    public RunFindings {
        trials = List.copyOf(trials);
        notes = List.copyOf(notes);
    }
}
