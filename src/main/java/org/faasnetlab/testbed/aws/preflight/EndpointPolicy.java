package org.faasnetlab.testbed.aws.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faasnetlab.format.Phrase;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Evaluates the policy of a VPC endpoint for S3 that the testbed did not create. */
final class EndpointPolicy {

    /** What the policy says about the requests of servers and functions. */
    record Verdict(List<Phrase> forbidden, boolean certain) {}

    private enum Decision {
        ALLOWED,
        FORBIDDEN,
        UNCERTAIN
    }

    private final @Nullable JsonNode statements;

    /** @param document the policy as JSON; null if EC2 reports none, which means that everything is allowed */
    EndpointPolicy(@Nullable String document) {
        this.statements = document == null || document.isBlank() ? null : parse(document);
    }

    private static @Nullable JsonNode parse(String document) {
        try {
            return new JsonMapper().readTree(document).path("Statement");
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** The requests that servers and functions make, as actions on resources. */
    static Map<Phrase, String> requests(String region, String stackName) {
        String arn = "arn:" + PartitionMetadata.of(Region.of(region)).id() + ":s3:::";
        Map<Phrase, String> requests = new LinkedHashMap<>();
        requests.put(
                Phrase.of("download packages of Amazon Linux"),
                "s3:GetObject " + arn + "al2023-repos-" + region + "-de612dc2/core/package.rpm");
        requests.put(
                Phrase.of("signal that a server is ready"),
                "s3:PutObject " + arn + "cloudformation-waitcondition-" + region + "/signal");
        requests.put(Phrase.of("download from the bucket"), "s3:GetObject " + arn + stackName + "-bucket-any/object");
        requests.put(Phrase.of("upload to the bucket"), "s3:PutObject " + arn + stackName + "-bucket-any/object");
        return requests;
    }

    /** @param requests descriptions with action and resource, see {@link #requests} */
    Verdict evaluate(Map<Phrase, String> requests) {
        List<Phrase> forbidden = new ArrayList<>();
        boolean certain = true;
        for (Map.Entry<Phrase, String> request : requests.entrySet()) {
            String[] parts = request.getValue().split(" ", 2);
            Decision decision = decide(parts[0], parts[1]);
            if (decision == Decision.FORBIDDEN) {
                forbidden.add(request.getKey());
            }
            certain &= decision != Decision.UNCERTAIN;
        }
        return new Verdict(forbidden, certain);
    }

    private Decision decide(String action, String resource) {
        if (statements == null) {
            return Decision.ALLOWED;
        }
        boolean allowed = false;
        boolean uncertain = false;
        for (JsonNode statement : statements.isArray() ? statements : List.of(statements)) {
            if (!applies(statement, action, resource)) {
                continue;
            }
            boolean deny = statement.path("Effect").asText().equals("Deny");
            // Who asks and under which circumstances is not known here.
            boolean conditional = statement.has("Condition")
                    || statement.has("NotPrincipal")
                    || !everyone(statement.path("Principal"));
            if (conditional) {
                uncertain = true;
            } else if (deny) {
                return Decision.FORBIDDEN;
            } else {
                allowed = true;
            }
        }
        if (uncertain) {
            return Decision.UNCERTAIN;
        }
        return allowed ? Decision.ALLOWED : Decision.FORBIDDEN;
    }

    private static boolean everyone(JsonNode principal) {
        return principal.isMissingNode()
                || principal.asText().equals("*")
                || principal.path("AWS").asText().equals("*");
    }

    private static boolean applies(JsonNode statement, String action, String resource) {
        boolean actionApplies = statement.has("NotAction")
                ? !matches(statement.get("NotAction"), action)
                : matches(statement.path("Action"), action);
        boolean resourceApplies = statement.has("NotResource")
                ? !matches(statement.get("NotResource"), resource)
                : matches(statement.path("Resource"), resource);
        return actionApplies && resourceApplies;
    }

    private static boolean matches(JsonNode patterns, String text) {
        for (JsonNode pattern : patterns.isArray() ? patterns : List.of(patterns)) {
            if (matches(pattern.asText().toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a pattern with {@code *} and {@code ?} matches a text. A regular expression would try every way to divide the text
     * between several asterisks; it is enough to give each as little as possible, and the last one more when that fails.
     */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int afterAsterisk = -1;
        int asteriskEnd = 0;
        int t = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                afterAsterisk = ++p;
                asteriskEnd = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (afterAsterisk >= 0) {
                p = afterAsterisk;
                t = ++asteriskEnd;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
