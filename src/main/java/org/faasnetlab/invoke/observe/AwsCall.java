package org.faasnetlab.invoke.observe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of AWS, without its values.
 *
 * @param at when it was sent
 * @param service name of the service in the SDK, for example {@code CloudFormation}
 * @param operation for example {@code DescribeStacks}
 * @param time until the response, retries included
 * @param error error code of AWS or type of the exception; null if the call succeeded
 * @param condition on which a write or deletion depended: IfMatch or IfNoneMatch; null if it was unconditional
 * @param shape names and types in the response, from {@link ResponseShape}; null without a response
 */
public record AwsCall(
        Instant at,
        String service,
        String operation,
        Duration time,
        @Nullable String error,
        @Nullable String condition,
        @Nullable Object shape) {

    /** Receives calls on the threads that make them. */
    @FunctionalInterface
    public interface Listener {
        void onCall(AwsCall call);
    }
}
