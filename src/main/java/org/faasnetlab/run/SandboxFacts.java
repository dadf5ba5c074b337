package org.faasnetlab.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.protocol.FunctionRecord;

/**
 * What the sandboxes of a run reported about their systems, as facts about its environment. Lambda can place sandboxes of
 * one function on different processors and kernels, so that each value comes with the number of its sandboxes if there
 * are several.
 */
final class SandboxFacts {
    static final String FACT = "function.";

    /** A reader would not compare more. */
    private static final int MAX_VALUES = 10;

    private static final int MAX_FACTS = 40;

    /** By sandbox, because the same sandbox serves several trials. */
    private final Set<String> seen = new HashSet<>();

    private final SortedMap<String, Map<String, Integer>> sandboxes = new TreeMap<>();

    /** Adds the sandbox of an invocation, unless it is known. */
    void add(FunctionRecord.Ready ready) {
        if (ready.system().isEmpty() || !seen.add(ready.sandboxId())) {
            return;
        }
        ready.system().forEach((name, value) -> {
            if (sandboxes.containsKey(name) || sandboxes.size() < MAX_FACTS) {
                sandboxes.computeIfAbsent(name, unused -> new LinkedHashMap<>()).merge(value, 1, Integer::sum);
            }
        });
    }

    /**
     * A fact for each property.
     *
     * @param environment of the run without functions; what is the same there, as on this computer, is left out
     */
    SortedMap<String, String> facts(Map<String, String> environment) {
        SortedMap<String, String> facts = new TreeMap<>();
        sandboxes.forEach((name, values) -> {
            String text = text(values);
            if (!text.equals(environment.get(name))) {
                facts.put(FACT + name, text);
            }
        });
        return facts;
    }

    /** For example {@code cubic}, or {@code cubic (14 sandboxes), bbr (2 sandboxes)}. */
    private static String text(Map<String, Integer> values) {
        if (values.size() == 1) {
            return values.keySet().iterator().next();
        }
        String text = values.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MAX_VALUES)
                .map(each ->
                        each.getKey() + " (" + each.getValue() + (each.getValue() == 1 ? " sandbox)" : " sandboxes)"))
                .collect(Collectors.joining(", "));
        return values.size() > MAX_VALUES ? text + ", and " + (values.size() - MAX_VALUES) + " more" : text;
    }
}
