package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.AwsConfigFiles;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** Clients of the SDK with AWS files that the AWS CLI accepts and the SDK alone rejects, against an STS on loopback. */
class AwsFilesOfTheSdkTest {
    private static final String KEYS = "aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secretexample\n";

    @TempDir
    private Path folder;

    private final Map<String, String> before = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer sts;
    private String endpoint = "";
    private Path config = Path.of("");

    @BeforeEach
    void startSts() throws IOException {
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sts.createContext("/", exchange -> {
            String request = URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8);
            requests.add(request);
            byte[] body = answer(request).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        sts.start();
        endpoint = "endpoint_url = http://127.0.0.1:" + sts.getAddress().getPort() + "\n";
        config = folder.resolve("config");
        set("aws.configFile", config.toString());
        set("aws.sharedCredentialsFile", folder.resolve("none").toString());
    }

    @AfterEach
    void restore() {
        sts.stop(0);
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    @Test
    void fileWithAByteOrderMark() throws Exception {
        write("\uFEFF[default]\nregion = eu-west-1\n" + KEYS + endpoint);

        assertThat(new AwsAccount("default", "eu-west-1").identity().account()).isEqualTo("123456789012");
    }

    /** The SDK assumes the role with a client that is not configurable and has the endpoint of the default profile. */
    @Test
    void roleInAFileWithIndentedProperties() throws Exception {
        write("[default]\nregion = eu-west-1\n" + KEYS + endpoint + "[profile uat]\n    " + endpoint
                + "    role_arn = arn:aws:iam::123456789012:role/uat\n    source_profile = default\n");

        assertThat(new AwsAccount("uat", "eu-west-1").identity().account()).isEqualTo("123456789012");
        assertThat(requests).hasSize(2).first().asString().contains("RoleArn=arn:aws:iam::123456789012:role/uat");
    }

    @ParameterizedTest
    @CsvSource({"'\uFEFF', ''", "'', '    '"})
    void roleWithAnMfaCode(String mark, String indentation) throws Exception {
        write(mark + "[profile base]\n" + KEYS + "[profile admin]\n" + indentation
                + "role_arn = arn:aws:iam::123456789012:role/admin\n" + indentation + "source_profile = base\n"
                + indentation + "mfa_serial = arn:aws:iam::123456789012:mfa/ada\n" + indentation + endpoint);
        MfaCredentialsProvider provider = MfaCredentialsProvider.of(
                        AwsConfigFiles.read(),
                        "admin",
                        Region.EU_WEST_1,
                        (profile, device) -> Optional.of("123456"),
                        Clock.systemUTC())
                .orElseThrow();

        assertThat(new AwsAccount("admin", "eu-west-1", provider).identity().account())
                .isEqualTo("123456789012");
        assertThat(requests).hasSize(2).first().asString().contains("TokenCode=123456");
    }

    /** Mistakes in profiles that users of other programs have reported. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, quoteCharacter = '`', textBlock = """
        credential_process = sh -c "echo 'please log in first' >&2; exit 7"                  | please log in first
        credential_process = /opt/no such/tool --json                                        | (127)
        credential_process = echo not-json                                                   | Unrecognized token 'not'
        role_arn = arn:aws:iam::123456789012:role/a;source_profile = nothere                 | nothere
        aws_access_key_id = AKIAEXAMPLE                                                      | aws_secret_access_key
        sso_account_id = 123456789012;sso_role_name = dev;sso_session = FOO BAR              | sign-in
        source_profile = base;role_arn = arn:aws:iam::123456789012:role/r;sso_session = work | sso_account_id
        """)
    @DisabledOnOs(OS.WINDOWS)
    void mistakesInProfilesAreNamed(String properties, String reason) throws Exception {
        String session = "sso_account_id = 123456789012\nsso_role_name = dev\n";
        write("[profile me]\n" + properties.replaceAll(";(?=[a-z_]+ =)", "\n") + "\n[profile base]\n" + session
                + "sso_session = work\n[sso-session work]\nsso_start_url = https://d-0.awsapps.com/start\n"
                + "sso_region = eu-west-1\n[sso-session 'FOO BAR']\nsso_start_url = https://d-0.awsapps.com/start\n"
                + "sso_region = eu-west-1\n");

        assertThatExceptionOfType(AwsAccessException.class)
                .isThrownBy(() -> new AwsAccount("me", "eu-west-1").identity())
                .satisfies(refused -> assertThat(refused.fullMessage()).contains(reason, "\"me\""));
    }

    /** What is measured on this computer does not depend on files for AWS. */
    @Test
    void invalidFileAndAServerOnThisComputer() throws Exception {
        write("nonsense\n");

        ServiceEndpoint here = new ServiceEndpoint(
                URI.create("http://127.0.0.1:9000"), "us-east-1", new CredentialsSource.AccessKeys("id", "key"));
        try (S3UrlSigner signer = new S3UrlSigner(here, "bucket", Duration.ofHours(1))) {
            assertThat(signer.get("object")).hasHost("127.0.0.1");
        }
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> new AwsProfileReader().list())
                .withMessageContaining(config.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void copyHasNoCredentialsAndIsPrivate() throws Exception {
        write("\uFEFF[default]\nregion = eu-west-1\n" + KEYS
                + "aws_session_token = a\n  b\ncredential_process = tool --password c\n");
        AwsConfigFiles.prepareForSdk();

        Path copy = Path.of(System.getProperty("aws.configFile"));
        assertThat(copy).isNotEqualTo(config).content().isEqualToIgnoringNewLines("[default]\nregion = eu-west-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(AwsConfigFiles.location(ProfileFile.Type.CONFIGURATION)).isEqualTo(config);
    }

    @Test
    void changesOfTheFileAreRead() throws Exception {
        write("\uFEFF[default]\nregion = eu-west-1\n" + KEYS + endpoint);
        AwsAccount account = new AwsAccount("default", "eu-west-1");
        account.identity();

        write("[default]\nregion = eu-west-1\n" + KEYS + endpoint);
        account.identity();
        assertThat(System.getProperty("aws.configFile")).isEqualTo(config.toString());

        write("\uFEFF[default]\n  region = us-west-2\n" + KEYS + endpoint);
        account.identity();
        assertThat(Path.of(System.getProperty("aws.configFile"))).content().contains("us-west-2");
        assertThat(requests).hasSize(3);
    }

    private void write(String text) throws IOException {
        Files.writeString(config, text);
    }

    private void set(String property, String value) {
        before.put(property, System.getProperty(property));
        System.setProperty(property, value);
    }

    private static String answer(String request) {
        String session = "<Credentials><AccessKeyId>ASIASESSION</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
                + "<SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>";
        String action = request.contains("Action=AssumeRole") ? "AssumeRole" : "GetCallerIdentity";
        String result = action.equals("AssumeRole")
                ? session
                : "<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/ada</Arn><UserId>A</UserId>";
        return "<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action + "Result>"
                + result + "</" + action + "Result></" + action + "Response>";
    }
}
