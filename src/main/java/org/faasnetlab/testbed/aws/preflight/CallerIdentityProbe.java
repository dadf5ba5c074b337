package org.faasnetlab.testbed.aws.preflight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Result of the first request to AWS: the caller's identity, and the time at AWS. Two checks need nothing else.
 *
 * @param identity identity of the credentials; null if AWS did not report it
 * @param failure why not; null if AWS reported it
 * @param clockOffset offset of this computer's clock from AWS's, negative if behind, accurate to two seconds; null
 *     without a response
 */
record CallerIdentityProbe(
        @Nullable AwsIdentity identity,
        @Nullable QueryFailedException failure,
        @Nullable Duration clockOffset) {

    private static final Duration REFUSED_OFFSET = Duration.ofMinutes(5);
    private static final Duration NOTICED_OFFSET = Duration.ofSeconds(2);
    private static final Phrase CLOCK_REMEDY = Phrase.of("Enable network time synchronization on this computer.");

    static CallerIdentityProbe probe(AwsQueries queries, Clock clock) {
        try {
            GetCallerIdentityResponse answer =
                    queries.query("sts:GetCallerIdentity", StsClient.builder(), StsClient::getCallerIdentity);
            boolean aws = answer.account() != null && answer.arn() != null;
            return new CallerIdentityProbe(
                    aws ? new AwsIdentity(answer.account(), answer.arn()) : null,
                    null,
                    clockOffset(answer.sdkHttpResponse(), clock));
        } catch (QueryFailedException e) {
            SdkHttpResponse refusal = refusal(e);
            return new CallerIdentityProbe(null, e, refusal == null ? null : clockOffset(refusal, clock));
        }
    }

    /** Whether every further request would fail for the same reason. */
    boolean isFatal() {
        return failure == null
                ? identity == null
                : failure.reason() != Reason.OTHER && failure.reason() != Reason.THROTTLED;
    }

    /** Reports the identity of the credentials. */
    CheckResult checkIdentity(String region) {
        if (failure != null) {
            return CheckResult.problem(failure.sentence(), failure.advice());
        }
        if (identity == null) {
            return CheckResult.problem(
                    Phrase.of("Received a response that is not from AWS."),
                    Phrase.of("Check the proxy, or the endpoint configured in the profile."));
        }
        String arn = identity.arn();
        if (arn.endsWith(":root")) {
            return CheckResult.warning(
                    Phrase.of(
                            "You are signed in as the root user of account {0}, which has all permissions.",
                            identity.account()),
                    Phrase.of("Use a user or role with the policy that 'faasnetlab aws plan' prints."));
        }
        return CheckResult.ok(Phrase.of("You are {0} in account {1}, Region {2}.", arn, identity.account(), region));
    }

    /** Compares this computer's clock with AWS's: signatures are valid for five minutes, and functions start by AWS's clock. */
    CheckResult checkClock() {
        boolean refused = failure != null && failure.reason() == Reason.CLOCK;
        Duration ahead = clockOffset;
        if (ahead == null) {
            return refused
                    ? CheckResult.problem(
                            Phrase.of("AWS rejected the signature because the clock of this computer is wrong."),
                            CLOCK_REMEDY)
                    : CheckResult.unknown(Phrase.of("AWS did not return its time."), CLOCK_REMEDY);
        }
        Phrase off = ahead.isNegative()
                ? Phrase.of("The clock of this computer is {0} behind AWS", format(ahead.abs()))
                : Phrase.of("The clock of this computer is {0} ahead of AWS", format(ahead.abs()));
        if (refused || ahead.abs().compareTo(REFUSED_OFFSET) >= 0) {
            return CheckResult.problem(
                    Phrase.of("{0}; AWS rejects signatures that are off by five minutes.", off), CLOCK_REMEDY);
        }
        if (ahead.abs().compareTo(NOTICED_OFFSET) > 0) {
            return CheckResult.warning(Phrase.of("{0}; functions then start early or late.", off), CLOCK_REMEDY);
        }
        return CheckResult.ok(Phrase.of("The clock of this computer agrees with AWS."));
    }

    private static String format(Duration off) {
        return off.compareTo(Duration.ofMinutes(2)) < 0 ? off.toSeconds() + " seconds" : off.toMinutes() + " minutes";
    }

    private static @Nullable SdkHttpResponse refusal(QueryFailedException failure) {
        Throwable access = failure.getCause();
        return access != null
                        && access.getCause() instanceof AwsServiceException answer
                        && answer.awsErrorDetails() != null
                ? answer.awsErrorDetails().sdkHttpResponse()
                : null;
    }

    private static @Nullable Duration clockOffset(SdkHttpResponse answer, Clock clock) {
        Instant here = clock.instant();
        Optional<String> date = answer.firstMatchingHeader("Date");
        try {
            return date.isEmpty()
                    ? null
                    : Duration.between(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.get(), Instant::from), here);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
