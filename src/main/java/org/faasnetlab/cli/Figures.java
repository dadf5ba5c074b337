package org.faasnetlab.cli;

import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;

/** Works out the figures of a trial. */
@FunctionalInterface
public interface Figures {
    TrialFigures of(RunData run, TrialRow trial);
}
