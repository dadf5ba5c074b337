package org.faasnetlab.plan.file;

import java.util.List;
import java.util.Map;

/** A part of a file, with the place where it begins. */
sealed interface DocumentNode {
    SourcePosition place();

    /** @param text as it was written, without quotes */
    record Scalar(SourcePosition place, String text) implements DocumentNode {}

    record Items(SourcePosition place, List<DocumentNode> items) implements DocumentNode {}

    /** @param fields in their order */
    record Fields(SourcePosition place, Map<String, Field> fields) implements DocumentNode {}

    /** @param key where its name stands */
    record Field(SourcePosition key, DocumentNode value) {}
}
