package org.faasnetlab.testbed.aws.teardown;

import java.util.Optional;
import java.util.function.Function;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call to AWS that did not end the teardown.
 *
 * @param failure why there is no value, or null if there is one
 */
record Answer<T>(Kind kind, @Nullable T orNull, @Nullable AwsAccessException failure) {

    enum Kind {
        SAID,
        /** What was asked about does not exist. */
        GONE,
        /** Not in its present state; worth another try. */
        BUSY,
        /** Forbidden, or refused for another reason; noted as an obstacle. */
        REFUSED
    }

    static <T> Answer<T> said(T value) {
        return new Answer<>(Kind.SAID, value, null);
    }

    static <T> Answer<T> without(Kind kind, AwsAccessException failure) {
        return new Answer<>(kind, null, failure);
    }

    /** This answer with its value made another; one without a value stays as it is. */
    <R> Answer<R> map(Function<T, R> change) {
        return new Answer<>(kind, value().map(change).orElse(null), failure);
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
