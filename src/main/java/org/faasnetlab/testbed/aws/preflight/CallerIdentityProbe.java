package org.faasnetlab.testbed.aws.preflight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
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
 * Result of the first request to AWS: the caller's identity, and the time at AWS.
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

    static CallerIdentityProbe probe(AwsQueries queries, Clock clock) {
        try {
            GetCallerIdentityResponse answer =
                    queries.query("sts:GetCallerIdentity", StsClient.builder(), StsClient::getCallerIdentity);
            boolean aws = answer.account() != null && answer.arn() != null;
            return new CallerIdentityProbe(
                    aws ? new AwsIdentity(answer.account(), answer.arn()) : null,
                    null,
                    clockOffset(answer.sdkHttpResponse(), clock));
        } catch (QueryFailedException failure) {
            SdkHttpResponse refusal = refusal(failure);
            return new CallerIdentityProbe(null, failure, refusal == null ? null : clockOffset(refusal, clock));
        }
    }

    /** Whether every further request would fail for the same reason. */
    boolean isFatal() {
        return failure == null
                ? identity == null
                : failure.reason() != Reason.OTHER && failure.reason() != Reason.THROTTLED;
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
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
