package org.faasnetlab.invoke.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3UrlSignerTest {

    @ParameterizedTest
    @CsvSource({
        "https://s3.eu-central-1.amazonaws.com, https://a-bucket.s3.eu-central-1.amazonaws.com/a/key",
        "https://s3.cn-north-1.amazonaws.com.cn, https://a-bucket.s3.cn-north-1.amazonaws.com.cn/a/key",
        "http://127.0.0.1:9000, http://127.0.0.1:9000/a-bucket/a/key"
    })
    void theBucketIsInTheHostNameOnAwsAndInThePathElsewhere(URI service, String expected) throws Exception {
        ServiceEndpoint endpoint =
                new ServiceEndpoint(service, "eu-central-1", new CredentialsSource.AccessKeys("AKIDOFATEST", "secret"));
        try (S3UrlSigner urls = new S3UrlSigner(endpoint, "a-bucket", Duration.ofMinutes(30))) {
            assertThat(urls.get("a/key").toString())
                    .startsWith(expected + "?")
                    .contains("X-Amz-Expires=1800", "X-Amz-SignedHeaders=host");
        }
    }
}
