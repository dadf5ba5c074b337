package org.faasnetlab.testbed.aws.calls;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces secrets and IDs in texts that users pass on. Equal IDs get equal replacements within one redactor, so that a
 * text stays readable. For use by one thread.
 */
public final class Redactor {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:X-Amz-(?:Signature|Security-Token|Credential)|password|secret\\w*|session_?token|token)[\"']?\\s*[=:]\\s*[\"']?)"
                    + "[^\\s\"'&<>,;]+");
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\\b");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9.])[0-9]{12}(?![0-9]|\\.[0-9])");
    private static final Pattern RESOURCE =
            Pattern.compile("\\b(i|vpc|subnet|sg|sgr|eni|vpce|rtb|igw|vol|ami|lt|acl|dopt|eipalloc)-[0-9a-f]{8,17}\\b");
    private static final Pattern UUID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9]|\\.[0-9])");

    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public String redact(String text) {
        String result = SECRET.matcher(text).replaceAll("$1[secret]");
        result = ACCESS_KEY.matcher(result).replaceAll("[access key]");
        result = numbered(result, ACCOUNT, match -> "account");
        result = numbered(result, RESOURCE, match -> match.group(1));
        result = numbered(result, UUID, match -> "id");
        return numbered(result, ADDRESS, match -> "address");
    }

    private String numbered(String text, Pattern pattern, Function<Matcher, String> kind) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = kind.apply(matcher);
            String replacement = known.computeIfAbsent(
                    matcher.group(), each -> "[" + name + " " + counts.merge(name, 1, Integer::sum) + "]");
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(result).toString();
    }
}
