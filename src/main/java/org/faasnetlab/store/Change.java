package org.faasnetlab.store;

import java.util.List;

/** Something to be written. A run goes by its key in the file, a small number, which every row of it carries. */
sealed interface Change {

    int key();

    /** How much memory it holds while it waits, in rows. */
    default int rows() {
        return 1;
    }

    record SaveRun(int key, RunRow run) implements Change {}

    record SaveTrial(int key, TrialRow trial) implements Change {}

    record SaveFunction(int key, FunctionRow function) implements Change {}

    record SaveEvidence(int key, EvidenceRow evidence) implements Change {}

    record AppendIntervals(int key, List<FunctionInterval> intervals) implements Change {
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
