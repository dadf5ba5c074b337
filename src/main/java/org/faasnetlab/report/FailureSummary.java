package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.FunctionRow;
import org.jspecify.annotations.Nullable;

/** Lists why functions failed. */
public final class FailureSummary {
    private FailureSummary() {}

    /** One line for each reason, with the message of the first function that failed for it. */
    public static List<String> of(List<FunctionRow> functions) {
        Map<FailureReason, List<FunctionRow>> byReason = functions.stream()
                .filter(function -> function.failure() != null)
                .collect(Collectors.groupingBy(FunctionRow::failure, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byReason.forEach(
                (reason, failed) -> lines.add((failed.size() == 1 ? "1 function" : failed.size() + " functions")
                        + " failed: " + reason.id() + sentence(failed.get(0).failureMessage())));
        return lines;
    }

    private static String sentence(@Nullable String message) {
        return message == null || message.isBlank() ? "" : " (" + message + ")";
    }
}
