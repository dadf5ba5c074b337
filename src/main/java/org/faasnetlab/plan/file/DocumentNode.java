package org.faasnetlab.plan.file;

import java.util.List;
import java.util.Map;

/** A node of a parsed file, with the position where it begins. */
sealed interface DocumentNode {
    Position position();

    /** A position in the file; lines and columns count from 1. */
    record Position(int line, int column) {
        static final Position START = new Position(1, 1);

        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    /** @param text as it was written, without quotes */
    record Scalar(Position position, String text) implements DocumentNode {}

    record Sequence(Position position, List<DocumentNode> items) implements DocumentNode {}

    /** @param fields in their order */
    record Mapping(Position position, Map<String, Entry> fields) implements DocumentNode {}

    /** @param key position of its name */
    record Entry(Position key, DocumentNode value) {}
}
