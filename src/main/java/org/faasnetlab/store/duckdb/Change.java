package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/** A change to be written. A run is identified by its key in the file, a small number in each of its rows. */
sealed interface Change {
    int key();

    void handle(Handler handler) throws SQLException;

    /** Receives changes by their type. */
    interface Handler {
        void save(SaveRun change) throws SQLException;

        void save(SaveTrial change) throws SQLException;

        void save(SaveFunction change) throws SQLException;

        void save(SaveEvidence change) throws SQLException;

        void save(SaveProbes change) throws SQLException;

        void append(AppendIntervals change) throws SQLException;

        void label(LabelRun change) throws SQLException;

        void delete(DeleteRun change) throws SQLException;
    }

    /** Approximate memory use in the queue, in rows. */
    default int rows() {
        return 1;
    }

    /** Metrics of intervals that need a column. */
    default Collection<String> intervalMetrics() {
        return Set.of();
    }

    /** Metrics of functions that need a column. */
    default Collection<String> functionMetrics() {
        return Set.of();
    }

    record SaveRun(int key, RunRow run) implements Change {
        @Override
        public void handle(Handler handler) throws SQLException {
            handler.save(this);
        }
    }

    record SaveTrial(int key, TrialRow trial) implements Change {
        @Override
        public void handle(Handler handler) throws SQLException {
            handler.save(this);
        }
    }

    record SaveFunction(int key, FunctionRow function) implements Change {
        @Override
        public Collection<String> functionMetrics() {
            return function.metrics().names();
        }

        @Override
        public void handle(Handler handler) throws SQLException {
            handler.save(this);
        }
    }

    record SaveEvidence(int key, EvidenceRow evidence) implements Change {
        @Override
        public void handle(Handler handler) throws SQLException {
            handler.save(this);
        }
    }

    record SaveProbes(int key, ProbeRow probes) implements Change {
        @Override
        public void handle(Handler handler) throws SQLException {
            handler.save(this);
        }
    }

    record AppendIntervals(int key, List<StoredInterval> intervals) implements Change {
        public AppendIntervals {
            intervals = List.copyOf(intervals);
        }

        @Override
        public int rows() {
            return intervals.size();
        }

        @Override
        public Collection<String> intervalMetrics() {
            return intervals.stream()
                    .map(stored -> stored.interval().metrics())
                    .filter(metrics -> !metrics.isEmpty())
                    .flatMap(metrics -> metrics.names().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public void handle(Handler handler) throws SQLException {
            handler.append(this);
        }
    }

    record LabelRun(int key, RunLabel label) implements Change {
        @Override
        public void handle(Handler handler) throws SQLException {
            handler.label(this);
        }
    }

    record DeleteRun(int key) implements Change {
        @Override
        public void handle(Handler handler) throws SQLException {
            handler.delete(this);
        }
    }
}
