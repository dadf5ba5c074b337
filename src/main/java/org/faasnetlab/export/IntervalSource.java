package org.faasnetlab.export;

import java.io.IOException;
import org.faasnetlab.LabException;
import org.faasnetlab.store.StoredInterval;

/** Gives the intervals of a run, one after the other. */
@FunctionalInterface
public interface IntervalSource {

    /** Takes an interval; may fail as it writes it. */
    @FunctionalInterface
    interface Visitor {
        void visit(StoredInterval interval) throws IOException;
    }

    /** Gives those of one trial, in order of function index and start. */
    void each(int trial, Visitor visitor) throws LabException, IOException;
}
