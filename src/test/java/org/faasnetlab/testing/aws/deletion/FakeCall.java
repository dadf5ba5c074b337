package org.faasnetlab.testing.aws.deletion;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to AWS.
 *
 * @param service as the signature names it
 * @param action as IAM names it
 * @param parameters of the query, or of the form
 */
public record FakeCall(
        String service, String action, String method, String path, Map<String, String> parameters, String body) {

    public static Map<String, String> form(String text) {
        Map<String, String> values = new TreeMap<>();
        Arrays.stream(text.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            values.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        });
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Values of parameters such as InstanceId.1, InstanceId.2. */
    public List<String> numbered(String name) {
        return parameters.entrySet().stream()
                .filter(each -> each.getKey().matches(name + "\\.\\d+"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A segment of the path; the path begins with a slash, so that the first is 1. */
    public String segment(int index) {
        String[] segments = path.split("/");
        return segments.length > index ? decoded(segments[index]) : "";
    }
}
