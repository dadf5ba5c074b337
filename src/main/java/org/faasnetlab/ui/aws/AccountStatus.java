package org.faasnetlab.ui.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.jspecify.annotations.Nullable;

/** Status of the chosen account. */
public sealed interface AccountStatus {

    /** Calls the function for this status; with a new one, callers compile only once they handle it. */
    <R> R map(
            Function<? super Unknown, R> unknown,
            Function<? super Checking, R> checking,
            Function<? super Known, R> known,
            Function<? super Failed, R> failed);

    /** The account, once AWS has responded. */
    default Optional<Known> account() {
        return map(unknown -> Optional.empty(), checking -> Optional.empty(), Optional::of, failed -> Optional.empty());
    }

    /** Why the check failed, or null. */
    default @Nullable LabException problem() {
        return this.<@Nullable LabException>map(unknown -> null, checking -> null, known -> null, Failed::why);
    }

    default boolean isChecking() {
        return map(unknown -> false, checking -> true, known -> false, failed -> false);
    }

    /** Not checked. */
    record Unknown() implements AccountStatus {
        @Override
        public <R> R map(
                Function<? super Unknown, R> unknown,
                Function<? super Checking, R> checking,
                Function<? super Known, R> known,
                Function<? super Failed, R> failed) {
            return unknown.apply(this);
        }
    }

    record Checking() implements AccountStatus {
        @Override
        public <R> R map(
                Function<? super Unknown, R> unknown,
                Function<? super Checking, R> checking,
                Function<? super Known, R> known,
                Function<? super Failed, R> failed) {
            return checking.apply(this);
        }
    }

    /**
     * AWS has responded.
     *
     * @param zones names of the Availability Zones, sorted; empty if the account has no permission to list them
     */
    record Known(AwsTestbeds testbeds, AwsIdentity identity, List<String> zones) implements AccountStatus {
        @Override
        public <R> R map(
                Function<? super Unknown, R> unknown,
                Function<? super Checking, R> checking,
                Function<? super Known, R> known,
                Function<? super Failed, R> failed) {
            return known.apply(this);
        }
    }

    record Failed(LabException why) implements AccountStatus {
        @Override
        public <R> R map(
                Function<? super Unknown, R> unknown,
                Function<? super Checking, R> checking,
                Function<? super Known, R> known,
                Function<? super Failed, R> failed) {
            return failed.apply(this);
        }
    }
}
