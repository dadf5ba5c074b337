package org.faasnetlab.analysis;

import java.util.List;

/**
 * All that is concluded from a run.
 *
 * @param trials in their order
 * @param notes what to know before the numbers are believed, one whole sentence each; mostly none
 */
public record RunFindings(List<TrialFindings> trials, List<String> notes) {
    public RunFindings {
        trials = List.copyOf(trials);
        notes = List.copyOf(notes);
    }
}
