package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLHandshakeException;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.StsException;

class AwsErrorTranslatorTest {

    @Test
    void unknownHostInExistingRegionMeansNoNetwork() {
        assertThat(explain("eu-central-1", new UnknownHostException("sts.eu-central-1.amazonaws.com"))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void unknownHostInUnknownRegionMeansWrongRegion() {
        AwsAccessException failure =
                explain("eu-nowhere-1", new UnknownHostException("sts.eu-nowhere-1.amazonaws.com"));

        assertThat(failure.reason()).isEqualTo(Reason.WRONG_REGION);
        assertThat(failure).hasMessage("AWS Region eu-nowhere-1 does not exist.");
    }

    @Test
    void untrustedConnectionPointsToProxy() {
        AwsAccessException failure = explain("eu-central-1", new SSLHandshakeException("PKIX path building failed"));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.nextStep()).contains("proxy");
    }

    @Test
    void unexpectedErrorIsPassedOn() {
        assertThat(explain("eu-central-1", new IllegalStateException("a surprise")))
                .hasMessage("The request to AWS failed: Unable to execute HTTP request: a surprise.");
    }

    private static AwsAccessException explain(String region, Exception cause) {
        return new AwsErrorTranslator(null, Region.of(region))
                .explain(SdkClientException.builder()
                        .message("Unable to execute HTTP request: " + cause.getMessage())
                        .cause(cause)
                        .build());
    }

    @Test
    void roleThatMayNotBeAssumedWithTheCodeIsReported() {
        ProfileFile files = ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(
                        "[profile admin]\nrole_arn = arn:aws:iam::1:role/admin\nmfa_serial = arn:aws:iam::1:mfa/ada\n"
                                .getBytes(StandardCharsets.UTF_8)))
                .build();
        AwsServiceException denied = StsException.builder()
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .errorMessage("User: x is not authorized to perform: sts:AssumeRole on resource: y")
                        .build())
                .build();

        AwsAccessException failure =
                new AwsErrorTranslator("admin", Region.EU_WEST_1, () -> files).explain((SdkException) denied);

        assertThat(failure.reason()).isEqualTo(AwsAccessException.Reason.DENIED);
        assertThat(failure.nextStep()).contains("role_arn and mfa_serial");
    }

    @Test
    void wrongMfaCodeIsReported() {
        AwsServiceException denied = StsException.builder()
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .errorMessage("MultiFactorAuthentication failed with invalid MFA one time pass code.")
                        .build())
                .build();

        assertThat(new AwsErrorTranslator("admin", Region.EU_WEST_1).explain((SdkException) denied))
                .hasMessage("AWS rejected the MFA code of profile \"admin\".");
    }
}
