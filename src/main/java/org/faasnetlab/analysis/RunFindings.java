package org.faasnetlab.analysis;

import java.util.List;
import org.faasnetlab.format.Phrase;

/**
 * All findings of a run.
 *
 * @param trials in their order
 * @param notes caveats about the numbers, one sentence each; usually none
 */
public record RunFindings(List<TrialFindings> trials, List<Phrase> notes) {
    public RunFindings {
        trials = List.copyOf(trials);
        notes = List.copyOf(notes);
    }
}
