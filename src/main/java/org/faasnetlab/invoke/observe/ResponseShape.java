package org.faasnetlab.invoke.observe;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Names and types of the members of a response. Texts appear as their length only, so that a shape contains no secret and no
 * ID; except for members that have a list of values in the service's model, such as {@code Active}, and constants in capitals
 * such as {@code CREATE_COMPLETE}.
 */
final class ResponseShape {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(_[A-Z]+)+");

    /** What the SDK does not know is shown only if it looks like a value of a list. */
    private static final Pattern LISTED_VALUE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private ResponseShape() {}

    /** A map by member, ready for JSON. */
    static Map<String, Object> of(SdkPojo response) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : response.sdkFields()) {
            Object shape = shape(field.getValueOrDefault(response), isListed(response, field.memberName()));
            if (shape != null) {
                members.put(field.memberName(), shape);
            }
        }
        return members;
    }

    /** The SDK has two accessors for such a member, for example {@code state()} and {@code stateAsString()}. */
    private static boolean isListed(SdkPojo structure, String member) {
        return Arrays.stream(structure.getClass().getMethods())
                .map(Method::getName)
                .anyMatch(name ->
                        name.equalsIgnoreCase(member + "AsString") || name.equalsIgnoreCase(member + "AsStrings"));
    }

    /** @param listed whether texts in the value are from a list in the service's model */
    private static @Nullable Object shape(@Nullable Object value, boolean listed) {
        if (value == null) {
            return null;
        }
        if (value instanceof SdkPojo structure) {
            return of(structure);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : elements(list, listed);
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? null : Map.of("entries", map.size());
        }
        if (value instanceof String text) {
            Pattern shown = listed ? LISTED_VALUE : CONSTANT;
            return shown.matcher(text).matches() ? text : "text of " + text.length();
        }
        return value instanceof Number || value instanceof Boolean
                ? value
                : value.getClass().getSimpleName();
    }

    /** Elements of a list are alike: the first stands for all. */
    private static Map<String, Object> elements(List<?> list, boolean listed) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("elements", list.size());
        Object first = shape(list.get(0), listed);
        if (first != null) {
            shape.put("first", first);
        }
        return shape;
    }
}
