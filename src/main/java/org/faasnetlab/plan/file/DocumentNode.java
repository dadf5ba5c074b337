package org.faasnetlab.plan.file;

import java.util.List;
import java.util.Map;

/** A node of a parsed file, with the position where it begins. */
sealed interface DocumentNode {
    SourcePosition place();

    /** @param text as it was written, without quotes */
    record Scalar(SourcePosition place, String text) implements DocumentNode {}

    record Items(SourcePosition place, List<DocumentNode> items) implements DocumentNode {}

    /** @param fields in their order */
    record Fields(SourcePosition place, Map<String, Field> fields) implements DocumentNode {}

    /** @param key position of its name */
    record Field(SourcePosition key, DocumentNode value) {}
}
