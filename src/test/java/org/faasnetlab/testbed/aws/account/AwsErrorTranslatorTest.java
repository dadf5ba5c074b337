package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

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
}
