package org.faasnetlab.testbed.aws.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.testbed.aws.stack.ResourceText;

/** The policy that lets a user make, use and take away testbeds, and do no more. */
public final class UserPolicy {

    private static final String FILE = "user-policy.json";

    private UserPolicy() {}

    /**
     * What one statement allows.
     *
     * @param sid its name; one that ends in {@code Optional} allows what only helps to see faults and prices beforehand
     * @param actions IAM actions
     * @param resources patterns of the resources' names
     * @param conditions allowed values by condition key
     */
    public record Statement(
            String sid, List<String> actions, List<String> resources, Map<String, List<String>> conditions) {

        public boolean optional() {
            return sid.endsWith("Optional");
        }
    }

    /** The JSON document, to be given to an administrator. */
    public static String text() {
        return ResourceText.read(UserPolicy.class, FILE);
    }

    /** The document's statements, in its order. */
    public static List<Statement> statements() {
        try {
            List<Statement> statements = new ArrayList<>();
            for (JsonNode each : new JsonMapper().readTree(text()).get("Statement")) {
                Map<String, List<String>> conditions = new LinkedHashMap<>();
                for (JsonNode operator : each.path("Condition")) {
                    operator.properties().forEach(entry -> conditions.put(entry.getKey(), texts(entry.getValue())));
                }
                statements.add(new Statement(
                        each.get("Sid").asText(), texts(each.get("Action")), texts(each.get("Resource")), conditions));
            }
            return List.copyOf(statements);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("cannot read " + FILE, damaged);
        }
    }

    private static List<String> texts(JsonNode oneOrMore) {
        List<String> texts = new ArrayList<>();
        if (oneOrMore.isTextual()) {
            texts.add(oneOrMore.asText());
        }
        oneOrMore.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }
}
