package org.faasnetlab.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;

/** The expected values are those that botocore 1.44 reads from the same text, except for the byte order mark. */
class AwsConfigFilesTest {
    private static final String SPACED = """
            [profile work]
            sso_account_id = 123456789012
            sso_role_name = dev
            sso_session = FOO BAR
            region = eu-west-1

            [sso-session 'FOO BAR']
            sso_start_url = https://d-0000000000.awsapps.com/start
            sso_region = eu-west-1
            """;

    @TempDir
    private Path folder;

    /** As Windows PowerShell writes files. botocore rejects them. */
    @Test
    void byteOrderMarkIsIgnored() throws Exception {
        Path file = folder.resolve("config");
        Files.writeString(file, "\uFEFF[default]\r\nregion = eu-west-1\r\n", StandardCharsets.UTF_8);

        assertThat(property(AwsConfigFiles.read(file, ProfileFile.Type.CONFIGURATION), "default", "region"))
                .isEqualTo("eu-west-1");
    }

    @Test
    void indentedPropertiesAreProperties() {
        ProfileFile files = parse("""
                [default]
                region = eu-west-1

                [profile uat]
                    # a comment
                    role_arn = arn:aws:iam::123456789012:role/uat
                    source_profile = default
                """);

        assertThat(property(files, "uat", "role_arn")).isEqualTo("arn:aws:iam::123456789012:role/uat");
        assertThat(property(files, "uat", "source_profile")).isEqualTo("default");
    }

    @Test
    void lineIndentedMoreThanItsPropertyContinuesIt() {
        ProfileFile files = parse("""
                [profile a]
                  s3 =
                    addressing_style = path
                    use_accelerate_endpoint = false
                  region = eu-west-1
                """);

        assertThat(property(files, "a", "s3")).contains("addressing_style = path", "use_accelerate_endpoint = false");
        assertThat(property(files, "a", "region")).isEqualTo("eu-west-1");
    }

    @Test
    void lineThatIsNoPropertyIsReportedWithItsNumber() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> parse("[default]\n\n   region\n"))
                .withMessageContaining("line 3");
    }

    /** The SDK alone ignores the session and reports that it does not exist. */
    @Test
    void sessionWithASpaceInItsNameIsFound() {
        ProfileFile files = parse(SPACED);

        assertThat(SpacedSsoSession.of(files, "work")).isPresent();
        assertThat(SpacedSsoSession.of(parse(SPACED.replace("FOO BAR", "FOO")), "work"))
                .isEmpty();
    }

    /** The SDK derives the file of the token from the name, which must be the one that the CLI used. */
    @Test
    void realNameOfThatSessionIsKnown() {
        String session = property(parse(SPACED), "work", "sso_session");

        assertThat(AwsConfigFiles.isRenamed(session)).isTrue();
        assertThat(AwsConfigFiles.originalName(session)).isEqualTo("FOO BAR");
    }

    /** The user has not signed in: the SDK reports that with an exception that is explained. */
    @Test
    void sessionWithoutTokenIsReported() {
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() ->
                        CredentialsProviders.ofProfile(parse(SPACED), "work").resolveCredentials())
                .withMessageContaining("token");
    }

    private static ProfileFile parse(String text) {
        return AwsConfigFiles.parse(text, ProfileFile.Type.CONFIGURATION);
    }

    private static String property(ProfileFile files, String profile, String name) {
        return files.profile(profile).orElseThrow().property(name).orElseThrow();
    }
}
