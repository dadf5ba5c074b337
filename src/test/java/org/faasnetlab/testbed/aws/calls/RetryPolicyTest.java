package org.faasnetlab.testbed.aws.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsErrorTranslator;
import org.faasnetlab.testing.aws.FakeSleeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

class RetryPolicyTest {
    private final AwsErrorTranslator failures = new AwsErrorTranslator(null, Region.EU_CENTRAL_1);
    private final FakeSleeper sleeper = new FakeSleeper(Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "Throttling, 400, true",
        "InternalFailure, 500, true",
        "ServiceUnavailable, 503, true",
        "ValidationError, 400, false",
        "AccessDenied, 403, false",
        "ExpiredToken, 403, false"
    })
    void throttlingAndServerErrorsAreTransient(String code, int status, boolean expected) {
        assertThat(RetryPolicy.isTransient(failures.explain(answer(code, status))))
                .isEqualTo(expected);
    }

    @Test
    void missingAndBrokenConnectionsAreTransient() {
        assertThat(RetryPolicy.isTransient(failures.explain(caused(new UnknownHostException("sts")))))
                .isTrue();
        assertThat(RetryPolicy.isTransient(failures.explain(caused(new IOException("closed")))))
                .isTrue();
        assertThat(RetryPolicy.isTransient(failures.explain(caused(new IllegalStateException("other")))))
                .isFalse();
    }

    @Test
    void delaysDoubleUpToHalfAMinute() {
        RetryPolicy policy = new RetryPolicy(failures, sleeper::sleep, Duration.ofSeconds(1));

        AwsAccessException last = catchThrowableOfType(
                AwsAccessException.class,
                () -> policy.<String, AwsAccessException>call(
                        null,
                        () -> {
                            throw answer("Throttling", 400);
                        },
                        (failure, tries, delay) -> tries < 8));

        assertThat(last.reason()).isEqualTo(AwsAccessException.Reason.THROTTLED);
        assertThat(sleeper.sleeps())
                .containsExactlyElementsOf(LongStream.of(1, 2, 4, 8, 16, 30, 30)
                        .mapToObj(Duration::ofSeconds)
                        .toList());
    }

    private static SdkException answer(String code, int status) {
        return (SdkException) CloudFormationException.builder()
                .statusCode(status)
                .message(code)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(code)
                        .build())
                .build();
    }

    private static SdkException caused(Exception cause) {
        return SdkClientException.create("failed", cause);
    }
}
