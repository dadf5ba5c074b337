package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.faasnetlab.testing.aws.StubAws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real SDK against a server that responds as STS, found through the profile's {@code endpoint_url}. */
class AwsAccountTest {

    private StubAws aws;

    @BeforeEach
    void start() throws IOException {
        aws = StubAws.start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void identityIsReportedBySts() throws Exception {
        aws.answer("GetCallerIdentity", """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::123456789012:user/ada</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>
                """);

        assertThat(aws.account().identity())
                .isEqualTo(new AwsIdentity("123456789012", "arn:aws:iam::123456789012:user/ada"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|ExpiredToken|The security token included in the request is expired|SIGN_IN_EXPIRED",
                "403|InvalidClientTokenId|The security token included in the request is invalid.|CREDENTIALS_REFUSED",
                "403|SignatureDoesNotMatch|Signature expired: 20261123T100000Z is now earlier than ...|CLOCK",
                "403|SignatureDoesNotMatch|The request signature we calculated does not match|CREDENTIALS_REFUSED",
                "403|RequestTimeTooSkewed|The difference between the request time and ... is too large.|CLOCK",
                "403|OptInRequired|You are not subscribed to this service.|WRONG_REGION",
                "400|ValidationError|Template format error|OTHER"
            })
    void whatStsRefusesHasItsReason(int status, String code, String message, Reason reason) {
        aws.refuse("GetCallerIdentity", status, code, message);

        AwsAccessException failure = failure(aws.account());

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.getMessage()).endsWith(".").doesNotContain("very-secret", "AKIAEXAMPLE");
        assertThat(failure.nextStep()).endsWith(".");
    }

    @Test
    void deniedCallNamesActionAndProfile() {
        aws.refuse(
                "GetCallerIdentity",
                403,
                "AccessDenied",
                "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: ssm:GetParameter on resource: x");

        assertThat(failure(aws.account()))
                .hasMessage("Access denied: profile \"lab\" is not authorized to perform ssm:GetParameter.")
                .satisfies(denied -> assertThat(denied.reason()).isEqualTo(Reason.DENIED));
    }

    @Test
    void profileWithoutCredentialsIsReported() {
        assertThat(failure(aws.account("")).reason()).isEqualTo(Reason.NO_CREDENTIALS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "aws_access_key_id = AKIAEXAMPLE | Profile property 'aws_secret_access_key' was not configured",
                "credential_process = sh -c \"echo 'log in to the vault' >&2; exit 7\" | log in to the vault.",
                "credential_process = echo not-json | Unrecognized token 'not'",
                "role_arn = arn:aws:iam::123456789012:role/a\\nsource_profile = nothere | 'nothere'"
            })
    void mistakeInTheProfileIsReportedWithItsReasonAndFile(String lines, String reason) {
        AwsAccessException failure = failure(aws.account(lines.replace("\\n", "\n") + "\n"));

        assertThat(failure.reason()).isEqualTo(Reason.NO_CREDENTIALS);
        assertThat(failure.getMessage())
                .startsWith("There are no valid credentials in profile \"lab\": ")
                .contains(reason)
                .endsWith(".");
        assertThat(failure.nextStep()).startsWith("Correct the profile in ").contains("config");
    }

    @Test
    void missingOrExpiredSignInIsReportedWithCommand() {
        AwsAccessException failure = failure(aws.account("""
                sso_start_url = https://no-such-start.example.awsapps.com/start
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = lab
                """));

        assertThat(failure.reason()).isEqualTo(Reason.SIGN_IN_EXPIRED);
        assertThat(failure.nextStep()).contains("aws sso login --profile lab");
    }

    @Test
    void expiredSsoSessionIsReported() {
        AwsAccessException failure = failure(aws.account("""
                sso_session = company
                sso_account_id = 123456789012
                sso_role_name = lab
                [sso-session company]
                sso_start_url = https://no-such-start.example.awsapps.com/start
                sso_region = eu-west-1
                """));

        assertThat(failure.reason()).isEqualTo(Reason.SIGN_IN_EXPIRED);
    }

    @Test
    void closedPortIsUnreachable() {
        AwsAccount account = aws.account();
        aws.close();

        assertThat(failure(account).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void webPageWithStatus200IsNotMistakenForResponse() {
        aws.answerAllWithPage(200);

        AwsAccessException failure = failure(aws.account());

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessage("Received a web page instead of a response from AWS.");
        assertThat(failure.nextStep()).contains("Sign in to the network", "proxy");
    }

    @Test
    void webPageWithAnErrorIsNamedByItsStatus() {
        aws.answerAllWithPage(500);

        AwsAccessException failure = failure(aws.account());

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessage("Received a response with HTTP status 500 that is not from AWS.");
    }

    private static AwsAccessException failure(AwsAccount account) {
        return catchThrowableOfType(AwsAccessException.class, account::identity);
    }
}
