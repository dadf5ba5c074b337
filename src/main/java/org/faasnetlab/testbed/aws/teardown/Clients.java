package org.faasnetlab.testbed.aws.teardown;

import org.faasnetlab.testbed.aws.AwsAccount;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The services that hold parts of a testbed. Their clients do not retry: {@link AwsCalls} does. */
record Clients(
        CloudFormationClient cloudFormation,
        Ec2Client ec2,
        LambdaClient lambda,
        S3Client s3,
        IamClient iam,
        CloudWatchLogsClient logs)
        implements AutoCloseable {

    static Clients of(AwsAccount account) {
        return new Clients(
                client(account, CloudFormationClient.builder()),
                client(account, Ec2Client.builder()),
                client(account, LambdaClient.builder()),
                client(account, S3Client.builder()),
                client(account, IamClient.builder()),
                client(account, CloudWatchLogsClient.builder()));
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(AwsAccount account, B builder) {
        return account.client(builder.overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry())));
    }

    @Override
    public void close() {
        cloudFormation.close();
        ec2.close();
        lambda.close();
        s3.close();
        iam.close();
        logs.close();
    }
}
