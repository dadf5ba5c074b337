package org.faasnetlab.store.duckdb;

import java.util.List;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/** A change to be written. A run is identified by its key in the file, a small number in each of its rows. */
sealed interface Change {

    int key();

    /** Approximate memory use in the queue, in rows. */
    default int rows() {
        return 1;
    }

    record SaveRun(int key, RunRow run) implements Change {}

    record SaveTrial(int key, TrialRow trial) implements Change {}

    record SaveFunction(int key, FunctionRow function) implements Change {}

    record SaveEvidence(int key, EvidenceRow evidence) implements Change {}

    record AppendIntervals(int key, List<StoredInterval> intervals) implements Change {
        public AppendIntervals {
            intervals = List.copyOf(intervals);
        }

        @Override
        public int rows() {
            return intervals.size();
        }
    }

    record LabelRun(int key, RunLabel label) implements Change {}

    record DeleteRun(int key) implements Change {}
}
