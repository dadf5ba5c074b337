package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.account.AwsProfile.SignIn;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.profiles.ProfileFile;

class AwsProfileReaderTest {

    @Test
    void profilesAreListedWithoutSecrets() throws Exception {
        AwsProfileReader profiles = profiles("""
                [profile work]
                sso_session = company
                region = eu-central-1
                [sso-session company]
                sso_start_url = https://example.awsapps.com/start
                sso_region = eu-west-1
                [profile admin]
                role_arn = arn:aws:iam::123456789012:role/admin
                source_profile = default
                [profile tool]
                credential_process = /usr/bin/keys
                [profile browser]
                login_session = arn:aws:iam::123456789012:user/a
                [profile empty]
                [default]
                aws_access_key_id = AKIAEXAMPLE
                aws_secret_access_key = very-secret
                region = us-east-1
                """);

        assertThat(profiles.list())
                .containsExactly(
                        new AwsProfile("default", "us-east-1", SignIn.KEYS),
                        new AwsProfile("admin", null, SignIn.ASSUME_ROLE),
                        new AwsProfile("browser", null, SignIn.LOGIN),
                        new AwsProfile("empty", null, SignIn.NONE),
                        new AwsProfile("tool", null, SignIn.PROCESS),
                        new AwsProfile("work", "eu-central-1", SignIn.SSO));
        assertThat(profiles.list().toString()).doesNotContain("very-secret", "AKIAEXAMPLE");
    }

    @Test
    void noFilesMeansNoProfiles() throws Exception {
        assertThat(profiles("").list()).isEmpty();
    }

    @Test
    void unparsableFileIsReported() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> profiles("region eu-central-1\n").list())
                .satisfies(failure -> assertThat(failure.nextStep()).contains("~/.aws/config"));
    }

    private static AwsProfileReader profiles(String config) {
        return new AwsProfileReader(() -> ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)))
                .build());
    }
}
