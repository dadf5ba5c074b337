package org.faasnetlab.testbed.aws.deletion;

import java.util.Optional;
import java.util.function.Function;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Result of a call to AWS after which the deletion continues.
 *
 * @param valueOrNull the answer; null unless the call succeeded
 * @param failure why there is no value; null if the call succeeded, or if the answer itself says that the resource is gone
 */
record CallResult<T>(
        Kind kind, @Nullable T valueOrNull, @Nullable AwsAccessException failure) {

    enum Kind {
        SUCCEEDED,
        /** The resource does not exist. */
        GONE,
        /** The resource is in a state that does not allow the call yet; worth another try. */
        BUSY,
        /** Denied, or refused for another reason; recorded as a {@link BlockedAction}. */
        REFUSED
    }

    static <T> CallResult<T> success(T value) {
        return new CallResult<>(Kind.SUCCEEDED, value, null);
    }

    static <T> CallResult<T> failure(Kind kind, @Nullable AwsAccessException failure) {
        return new CallResult<>(kind, null, failure);
    }

    /** This result with its value converted; without a value, the result stays as it is. */
    <R> CallResult<R> map(Function<T, R> conversion) {
        return new CallResult<>(kind, value().map(conversion).orElse(null), failure);
    }

    Optional<T> value() {
        return Optional.ofNullable(valueOrNull);
    }

    boolean isGone() {
        return kind == Kind.GONE;
    }

    boolean isBusy() {
        return kind == Kind.BUSY;
    }

    boolean isRefused() {
        return kind == Kind.REFUSED;
    }
}
