package org.faasnetlab.testbed.aws.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Names and types of the members of a response. Texts appear as their length only, so that a shape contains no secret and no
 * ID; except for constants in capitals such as {@code CREATE_COMPLETE}.
 */
final class ResponseShape {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(_[A-Z]+)+");

    private ResponseShape() {}

    /** A map by member, ready for JSON. */
    static Map<String, Object> of(SdkPojo response) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : response.sdkFields()) {
            Object shape = shape(field.getValueOrDefault(response));
            if (shape != null) {
                members.put(field.memberName(), shape);
            }
        }
        return members;
    }

    private static @Nullable Object shape(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof SdkPojo structure) {
            return of(structure);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : elements(list);
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? null : Map.of("entries", map.size());
        }
        if (value instanceof String text) {
            return CONSTANT.matcher(text).matches() ? text : "text of " + text.length();
        }
        return value instanceof Number || value instanceof Boolean
                ? value
                : value.getClass().getSimpleName();
    }

    /** Elements of a list are alike: the first stands for all. */
    private static Map<String, Object> elements(List<?> list) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("elements", list.size());
        Object first = shape(list.get(0));
        if (first != null) {
            shape.put("first", first);
        }
        return shape;
    }
}
