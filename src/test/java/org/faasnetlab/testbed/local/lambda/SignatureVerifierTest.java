package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.faasnetlab.invoke.CredentialsSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests are signed by the AWS SDK. */
class SignatureVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "secret/of+this=service";

    private final SignatureVerifier signature = new SignatureVerifier(
            new CredentialsSource.AccessKeys("LOCALKEY", SECRET), "local", Clock.fixed(NOW, ZoneOffset.UTC));
    private final URI uri = URI.create(
            "http://127.0.0.1:4000/2015-03-31/functions/arn%3Aaws%3Ax/invocations?Qualifier=a%2Ab~c%20d%2B&A=");
    private Headers headers;

    @BeforeEach
    void sign() {
        headers = signed("LOCALKEY", SECRET, "local", NOW);
    }

    private Headers signed(String key, String secret, String region, Instant time) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(uri)
                .putHeader("X-Amz-Invocation-Type", "  RequestResponse   x ")
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create(key, secret))
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)));
        Headers result = new Headers();
        signed.request().headers().forEach((name, values) -> values.forEach(value -> result.add(name, value)));
        return result;
    }

    @Test
    void aRequestSignedWithTheServicesKeyIsAccepted() {
        assertThatCode(() -> check(headers, BODY)).doesNotThrowAnyException();
    }

    @Test
    void aChangedBodyIsRejected() {
        assertRefused(headers, "{\"a\":2}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherKeysAreRejected() {
        assertRefused(signed("LOCALKEY", "another", "local", NOW), BODY);
        assertRefused(signed("OTHER", SECRET, "local", NOW), BODY);
    }

    @Test
    void anotherRegionIsRejected() {
        assertRefused(signed("LOCALKEY", SECRET, "us-east-1", NOW), BODY);
    }

    @Test
    void aSignatureIsValidForFiveMinutes() {
        assertThatCode(() -> check(signed("LOCALKEY", SECRET, "local", NOW.minus(Duration.ofMinutes(5))), BODY))
                .doesNotThrowAnyException();
        assertRefused(signed("LOCALKEY", SECRET, "local", NOW.minusSeconds(301)), BODY);
        assertRefused(signed("LOCALKEY", SECRET, "local", NOW.plusSeconds(301)), BODY);
    }

    @Test
    void aMissingOrMalformedSignatureIsRejected() {
        assertRefused(new Headers(), BODY);
        headers.set("Authorization", "Bearer abc");
        assertRefused(headers, BODY);
    }

    @Test
    void aSignatureWithoutTheTimeIsRejected() {
        headers.set("Authorization", headers.getFirst("Authorization").replace(";x-amz-date", ""));
        assertRefused(headers, BODY);
    }

    private void assertRefused(Headers asked, byte[] body) {
        assertThatThrownBy(() -> check(asked, body))
                .isInstanceOfSatisfying(
                        LambdaApiException.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }

    private void check(Headers asked, byte[] body) throws LambdaApiException {
        signature.check("POST", uri, asked, body);
    }

    @Test
    void onlyARequestThatNamesTheAccessKeyMaySendABody() {
        assertThatCode(() -> signature.requireAccessKey(headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> signature.requireAccessKey(signed("OTHER", SECRET, "local", NOW)))
                .isInstanceOf(LambdaApiException.class);
        assertThatThrownBy(() -> signature.requireAccessKey(new Headers())).isInstanceOf(LambdaApiException.class);
    }
}
