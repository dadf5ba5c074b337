package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

class MfaCredentialsProviderTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final List<String> requests = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final ManualClock clock = new ManualClock(NOW);
    private Optional<String> code = Optional.of(" 123456 ");
    private boolean rejected;
    private HttpServer sts;
    private MfaCredentialsProvider provider;

    @BeforeEach
    void startSts() throws IOException {
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sts.createContext("/", exchange -> {
            requests.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            byte[] body = (rejected ? rejection() : session()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(rejected ? 403 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        sts.start();
        provider = provider("mfa_serial = arn:aws:iam::123456789012:mfa/ada\n").orElseThrow();
    }

    @AfterEach
    void stop() {
        sts.stop(0);
    }

    @Test
    void roleIsAssumedWithTheCodeThatTheUserEnters() {
        AwsSessionCredentials session = (AwsSessionCredentials) provider.resolveCredentials();

        assertThat(session.accessKeyId()).isEqualTo("ASIASESSION");
        assertThat(asked).containsExactly("admin arn:aws:iam::123456789012:mfa/ada");
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .contains(
                                "Action=AssumeRole",
                                "RoleArn=arn:aws:iam::123456789012:role/admin",
                                "SerialNumber=arn:aws:iam::123456789012:mfa/ada",
                                "TokenCode=123456"));
    }

    @Test
    void oneCodeServesAllRequestsUntilTheSessionIsAboutToExpire() {
        provider.resolveCredentials();
        clock.move(Duration.ofMinutes(57));
        provider.resolveCredentials();
        assertThat(asked).hasSize(1);

        clock.move(Duration.ofMinutes(2));
        provider.resolveCredentials();
        assertThat(asked).hasSize(2);
    }

    @Test
    void requestsThatWaitedWhileTheUserCancelledDoNotAskAgain() {
        code = Optional.empty();
        assertCancelled();
        assertCancelled();
        assertThat(asked).hasSize(1);

        clock.move(Duration.ofSeconds(6));
        code = Optional.of("654321");
        provider.resolveCredentials();
        assertThat(requests).hasSize(1);
    }

    private void assertCancelled() {
        assertThatExceptionOfType(SdkException.class)
                .isThrownBy(provider::resolveCredentials)
                .satisfies(failure -> assertThat(new AwsErrorTranslator("admin", Region.EU_WEST_1).explain(failure))
                        .hasMessage("The role of profile \"admin\" requires an MFA code, and none was entered."));
    }

    @Test
    void rejectedCodeIsReportedAndAskedForAgain() {
        rejected = true;
        assertThatExceptionOfType(SdkException.class)
                .isThrownBy(provider::resolveCredentials)
                .satisfies(failure -> assertThat(new AwsErrorTranslator("admin", Region.EU_WEST_1).explain(failure))
                        .hasMessage("AWS rejected the MFA code of profile \"admin\"."));

        rejected = false;
        provider.resolveCredentials();
        assertThat(asked).hasSize(2);
    }

    @Test
    void roleWithoutDeviceIsLeftToTheSdk() {
        assertThat(provider("")).isEmpty();
    }

    private Optional<MfaCredentialsProvider> provider(String further) {
        String config = "[profile base]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n"
                + "[profile admin]\nrole_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = base\n"
                + "region = eu-west-1\nendpoint_url = http://127.0.0.1:"
                + sts.getAddress().getPort() + "\n" + further;
        ProfileFile files = ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)))
                .build();
        return MfaCredentialsProvider.of(
                files,
                "admin",
                Region.EU_WEST_1,
                (profile, device) -> {
                    asked.add(profile + " " + device);
                    return code;
                },
                clock);
    }

    private String session() {
        return "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>"
                + "<AccessKeyId>ASIASESSION</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
                + "<SessionToken>token</SessionToken><Expiration>"
                + clock.instant().plus(Duration.ofHours(1))
                + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
    }

    private static String rejection() {
        return "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>"
                + "<Code>AccessDenied</Code><Message>MultiFactorAuthentication failed with invalid MFA one time pass code. "
                + "</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }
}
