package org.faasnetlab.testbed.aws.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** Outputs of a testbed's stack, by their names in the template. */
final class StackOutputs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_SERVERS = 8;

    private final Map<String, String> values = new TreeMap<>();

    StackOutputs(List<Output> outputs) {
        outputs.forEach(each -> values.put(each.outputKey(), each.outputValue()));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** An output that every testbed has. */
    String text(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("the stack has no output " + key));
    }

    /** Addresses in the order of the servers' numbers. */
    List<String> addresses(String kind) {
        return IntStream.rangeClosed(1, MAX_SERVERS)
                .mapToObj(number -> find(kind + number + "Address"))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Data of a wait condition: what each server signalled first, its iperf3 or its public key, by its address. Empty if the
     * output is something else.
     */
    Map<String, String> facts(String key) {
        Map<String, String> facts = new TreeMap<>();
        signals(key).forEach((address, parts) -> facts.put(address, parts.get(0)));
        return facts;
    }

    /** What each server signalled about its system, {@code |name=value} after the rest, by its address. */
    Map<String, SortedMap<String, String>> systems(String key) {
        Map<String, SortedMap<String, String>> systems = new TreeMap<>();
        signals(key).forEach((address, parts) -> {
            SortedMap<String, String> system = new TreeMap<>();
            for (String fact : parts.subList(1, parts.size())) {
                int equals = fact.indexOf('=');
                if (equals > 0) {
                    system.put(fact.substring(0, equals), fact.substring(equals + 1));
                }
            }
            systems.put(address, system);
        });
        return systems;
    }

    private Map<String, List<String>> signals(String key) {
        try {
            Map<String, List<String>> signals = new TreeMap<>();
            JSON.readTree(find(key).orElse("{}"))
                    .properties()
                    .forEach(signal -> signals.put(
                            signal.getKey(), List.of(signal.getValue().asText().split("[|]", -1))));
            return signals;
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
