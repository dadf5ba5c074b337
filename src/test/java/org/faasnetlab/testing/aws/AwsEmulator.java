package org.faasnetlab.testing.aws;

import java.net.URI;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** A server on loopback that emulates AWS. */
public interface AwsEmulator extends AutoCloseable {

    URI uri();

    /** A client without the program, to look at the state of the account. */
    default <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(uri())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    /** An account whose profile leads here. */
    default AwsAccount account() {
        return TestAccounts.at(uri());
    }

    @Override
    void close();
}
