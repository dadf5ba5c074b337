package org.faasnetlab.experiment.file;

import java.util.List;
import java.util.Map;

/** A part of a file, with the place where it begins. */
sealed interface Node {
    Place place();

    /** @param text as it was written, without quotes */
    record Scalar(Place place, String text) implements Node {}

    record Items(Place place, List<Node> items) implements Node {}

    /** @param fields in their order */
    record Fields(Place place, Map<String, Field> fields) implements Node {}

    /** @param key where its name stands */
    record Field(Place key, Node value) {}
}
