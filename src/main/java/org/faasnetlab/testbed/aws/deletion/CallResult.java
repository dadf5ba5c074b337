package org.faasnetlab.testbed.aws.deletion;

import java.util.Optional;
import java.util.function.Function;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call to AWS that did not end the teardown.
 *
 * @param failure why there is no value, or null if there is one
 */
record CallResult<T>(
        Kind kind, @Nullable T orNull, @Nullable AwsAccessException failure) {

    enum Kind {
        SAID,
        /** What was asked about does not exist. */
        GONE,
        /** Not in its present state; worth another try. */
        BUSY,
        /** Forbidden, or refused for another reason; noted as an obstacle. */
        REFUSED
    }

    static <T> CallResult<T> said(T value) {
        return new CallResult<>(Kind.SAID, value, null);
    }

    static <T> CallResult<T> without(Kind kind, AwsAccessException failure) {
        return new CallResult<>(kind, null, failure);
    }

    /** This answer with its value made another; one without a value stays as it is. */
    <R> CallResult<R> map(Function<T, R> change) {
        return new CallResult<>(kind, value().map(change).orElse(null), failure);
    }

    Optional<T> value() {
        return Optional.ofNullable(orNull);
    }

    boolean gone() {
        return kind == Kind.GONE;
    }

    boolean busy() {
        return kind == Kind.BUSY;
    }

    boolean refused() {
        return kind == Kind.REFUSED;
    }
}
