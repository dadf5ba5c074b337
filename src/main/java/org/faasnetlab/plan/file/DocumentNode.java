package org.faasnetlab.plan.file;

import java.util.List;
import java.util.Map;

/** A node of a parsed file, with the position where it begins. */
sealed interface DocumentNode {
    Position position();

    /**
     * Calls the function for this kind of node; with a new kind, callers compile only once they handle it.
     *
     * @param <R> the result
     */
    <R> R map(Case<Scalar, R> scalar, Case<Sequence, R> sequence, Case<Mapping, R> mapping) throws PlanFileException;

    /** Reads one kind of node. */
    @FunctionalInterface
    interface Case<N, R> {
        R of(N node) throws PlanFileException;
    }

    /** A position in the file; lines and columns count from 1. */
    record Position(int line, int column) {
        static final Position START = new Position(1, 1);

        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    /**
     * A text or a number.
     *
     * @param text as it was written, without quotes
     */
    record Scalar(Position position, String text) implements DocumentNode {
        @Override
        public <R> R map(Case<Scalar, R> scalar, Case<Sequence, R> sequence, Case<Mapping, R> mapping)
                throws PlanFileException {
            return scalar.of(this);
        }
    }

    record Sequence(Position position, List<DocumentNode> items) implements DocumentNode {
        @Override
        public <R> R map(Case<Scalar, R> scalar, Case<Sequence, R> sequence, Case<Mapping, R> mapping)
                throws PlanFileException {
            return sequence.of(this);
        }
    }

    /**
     * Named values.
     *
     * @param fields in their order
     */
    record Mapping(Position position, Map<String, Entry> fields) implements DocumentNode {
        @Override
        public <R> R map(Case<Scalar, R> scalar, Case<Sequence, R> sequence, Case<Mapping, R> mapping)
                throws PlanFileException {
            return mapping.of(this);
        }
    }

    /**
     * A named value.
     *
     * @param key position of its name
     */
    record Entry(Position key, DocumentNode value) {}
}
