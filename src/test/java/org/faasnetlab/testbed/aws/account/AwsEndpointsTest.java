package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

class AwsEndpointsTest {

    @ParameterizedTest
    @CsvSource({
        "eu-central-1, lambda, https://lambda.eu-central-1.amazonaws.com",
        "eu-central-1, s3, https://s3.eu-central-1.amazonaws.com",
        "us-east-1, s3, https://s3.us-east-1.amazonaws.com",
        "cn-north-1, lambda, https://lambda.cn-north-1.amazonaws.com.cn"
    })
    void withoutAnySettingTheyAreAwsOwn(String region, String service, URI expected) {
        ServiceEndpoint endpoint = endpoint("", region, service);

        assertThat(endpoint.uri()).isEqualTo(expected);
        assertThat(endpoint.region()).isEqualTo(region);
    }

    @Test
    void endpointOfProfileAppliesToAllServices() {
        String profile = "endpoint_url = http://127.0.0.1:4566\n";

        assertThat(endpoint(profile, "eu-central-1", "lambda").uri()).isEqualTo(URI.create("http://127.0.0.1:4566"));
        assertThat(endpoint(profile, "eu-central-1", "s3").uri()).isEqualTo(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void serviceEndpointAppliesToThatServiceOnly() {
        String profile = "services = own\n\n[services own]\ns3 =\n  endpoint_url = http://127.0.0.1:9000\n";

        assertThat(endpoint(profile, "eu-central-1", "s3").uri()).isEqualTo(URI.create("http://127.0.0.1:9000"));
        assertThat(endpoint(profile, "eu-central-1", "lambda").uri())
                .isEqualTo(URI.create("https://lambda.eu-central-1.amazonaws.com"));
    }

    private static ServiceEndpoint endpoint(String profile, String region, String service) {
        ProfileFile file = ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(("[profile me]\n" + profile).getBytes(StandardCharsets.UTF_8)))
                .build();
        return new AwsAccount("me", Region.of(region), AnonymousCredentialsProvider.create(), file).endpoint(service);
    }
}
