package org.faasnetlab.testbed.aws.deletion;

import org.faasnetlab.testbed.aws.account.AwsAccount;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients of the services that a testbed's resources belong to. They do not retry: {@link DeletionCalls} does. */
record ServiceClients(
        CloudFormationClient cloudFormation,
        Ec2Client ec2,
        LambdaClient lambda,
        S3Client s3,
        IamClient iam,
        CloudWatchLogsClient logs)
        implements AutoCloseable {

    static ServiceClients of(AwsAccount account) {
        return new ServiceClients(
                account.clientWithoutRetries(CloudFormationClient.builder()),
                account.clientWithoutRetries(Ec2Client.builder()),
                account.clientWithoutRetries(LambdaClient.builder()),
                account.clientWithoutRetries(S3Client.builder()),
                account.clientWithoutRetries(IamClient.builder()),
                account.clientWithoutRetries(CloudWatchLogsClient.builder()));
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
