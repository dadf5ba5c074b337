package org.faasnetlab.testbed.aws.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.stack.ResourceText;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The IAM policy that allows a user to create, use and delete testbeds, and nothing else. */
public final class UserPolicy {

    private static final String FILE = "user-policy.json";

    /** What gives a role its permissions. IAM's other actions of the policy add none. */
    private static final List<String> BOUNDED = List.of("iam:CreateRole", "iam:PutRolePolicy");

    private static final String NEXT_STATEMENT = "    {\n      \"Sid\": \"PassRoles\"";

    private UserPolicy() {}

    /**
     * One statement of the policy.
     *
     * @param sid its name; ends in {@code Optional} if it only allows checks and price queries before a creation
     * @param actions IAM actions
     * @param resources ARN patterns
     * @param conditions allowed values by condition key
     */
    public record Statement(
            String sid, List<String> actions, List<String> resources, Map<String, List<String>> conditions) {

        public boolean optional() {
            return sid.endsWith("Optional");
        }
    }

    /**
     * The JSON document, for an administrator.
     *
     * @param region ID of a Region; it decides the partition, such as {@code aws-cn}, in the ARNs of the policy
     */
    public static String text(String region) {
        PartitionMetadata partition = PartitionMetadata.of(Region.of(region));
        return ResourceText.read(UserPolicy.class, FILE)
                .replace("arn:aws:", "arn:" + partition.id() + ":")
                .replace("\"ec2.amazonaws.com\"", "\"ec2." + partition.dnsSuffix() + "\"");
    }

    /**
     * The JSON document, which allows to create roles only with this permissions boundary.
     *
     * @param boundary ARN of a policy; null for none
     */
    public static String text(String region, @Nullable String boundary) {
        String text = text(region);
        if (boundary == null) {
            return text;
        }
        String partition = PartitionMetadata.of(Region.of(region)).id();
        for (String action : BOUNDED) {
            text = text.replace("        \"" + action + "\",\n", "");
        }
        return text.replace(
                NEXT_STATEMENT,
                """
                    {
                      "Sid": "RolesWithBoundary",
                      "Effect": "Allow",
                      "Action": [
                        %s
                      ],
                      "Resource": "arn:%s:iam::*:role/faasnetlab-*",
                      "Condition": {"StringEquals": {"iam:PermissionsBoundary": "%s"}}
                    },
                """.formatted(
                                        BOUNDED.stream()
                                                .map(action -> '"' + action + '"')
                                                .collect(Collectors.joining(",\n        ")),
                                        partition,
                                        boundary)
                        + NEXT_STATEMENT);
    }

    /** The statements in the order of the document. */
    public static List<Statement> statements(String region) {
        return statements(region, null);
    }

    /** The statements of the document with this permissions boundary, in its order. */
    public static List<Statement> statements(String region, @Nullable String boundary) {
        try {
            List<Statement> statements = new ArrayList<>();
            for (JsonNode each :
                    new JsonMapper().readTree(text(region, boundary)).get("Statement")) {
                Map<String, List<String>> conditions = new LinkedHashMap<>();
                for (JsonNode operator : each.path("Condition")) {
                    operator.properties().forEach(entry -> conditions.put(entry.getKey(), texts(entry.getValue())));
                }
                statements.add(new Statement(
                        each.get("Sid").asText(), texts(each.get("Action")), texts(each.get("Resource")), conditions));
            }
            return List.copyOf(statements);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
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
