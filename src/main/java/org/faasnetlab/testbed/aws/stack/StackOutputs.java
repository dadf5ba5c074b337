package org.faasnetlab.testbed.aws.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Data of a wait condition: what each server signalled, by its address. Empty if the output is something else. */
    Map<String, String> facts(String key) {
        try {
            Map<String, String> facts = new TreeMap<>();
            JSON.readTree(find(key).orElse("{}"))
                    .properties()
                    .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            return facts;
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
