package org.faasnetlab.export;

import java.util.Map;
import org.faasnetlab.store.RunData;
import org.jspecify.annotations.Nullable;

/** What was concluded from a run, for its JSON document. */
@FunctionalInterface
public interface FindingsSource {

    /** Concludes nothing. */
    FindingsSource NONE = run -> Map.of();

    /**
     * The conclusions by index of the trial: names with values, which are texts, numbers, truth values, lists, further
     * names with values, or null where a value is not known.
     */
    Map<Integer, Map<String, @Nullable Object>> of(RunData run);
}
