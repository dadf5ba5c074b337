package org.faasnetlab.testbed.aws.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.invoke.SampleInvocation.FUNCTION;
import static org.faasnetlab.testing.invoke.SampleInvocation.REQUEST;
import static org.faasnetlab.testing.invoke.SampleInvocation.TWO_LINES;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.testing.aws.AwsEndpointStub;
import org.faasnetlab.testing.aws.AwsEndpointStub.Answer;
import org.faasnetlab.testing.aws.AwsEndpointStub.Request;
import org.faasnetlab.testing.invoke.RecordingInvocationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Every client of an account reports its calls and shares its credentials, those that sign their requests themselves, too. */
class ObservedCallsTest {
    private final List<AwsCall> calls = Collections.synchronizedList(new ArrayList<>());
    private AwsEndpointStub aws;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        aws = new AwsEndpointStub(ObservedCallsTest::answer);
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private static Answer answer(Request request) {
        String path = request.uri().getPath();
        if (request.action().startsWith("AssumeRoleWithWebIdentity")) {
            return Answer.xml("""
                    <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                    <AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIATEST</AccessKeyId>
                    <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>%s</Expiration></Credentials>
                    </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>
                    """.formatted(Instant.now().plusSeconds(3600)));
        }
        if (path.endsWith("/invocations")) {
            return new Answer(200, "application/octet-stream", TWO_LINES.getBytes(StandardCharsets.UTF_8));
        }
        if (path.endsWith("/response-streaming-invocations")) {
            return Answer.refusal(request, 404, "ResourceNotFoundException", "Function not found");
        }
        if (path.endsWith("/configuration")) {
            return new Answer(
                    200,
                    "application/json",
                    "{\"FunctionArn\":\"arn:aws:lambda:secret\",\"State\":\"Active\",\"LastUpdateStatus\":\"InProgress\",\"Architectures\":[\"x86_64\"]}"
                            .getBytes(StandardCharsets.UTF_8));
        }
        return new Answer(200, "text/xml", "\"etag\"", new byte[0]);
    }

    @Test
    void invocationsAreReportedWithTheirRecords() throws Exception {
        invoke(aws.account().observedBy(calls::add), ResponseMode.BUFFERED);
        invoke(aws.account().observedBy(calls::add), ResponseMode.STREAMED);

        assertThat(calls).extracting(AwsCall::service).containsOnly("Lambda");
        assertThat(calls).extracting(AwsCall::operation).containsExactly("Invoke", "InvokeWithResponseStream");
        assertThat(calls.get(0).error()).isNull();
        assertThat(calls.get(0).shape()).isEqualTo(Map.of("records", Map.of("Started", 1, "Measured", 1)));
        assertThat(calls.get(1).error()).startsWith("ResourceNotFoundException");
        assertThat(calls.get(1).shape()).isNull();
    }

    @Test
    void callsOfTheBucketAreReported() throws Exception {
        AwsAccount account = aws.account().observedBy(calls::add);
        try (S3Bucket bucket = new S3Bucket(account.endpoint("s3"), "bucket")) {
            bucket.delete("object");
        }

        assertThat(calls).extracting(AwsCall::operation).containsExactly("DeleteObject");
    }

    @Test
    void conditionsOfWritesAndDeletionsAreReported() {
        try (S3Client s3 = aws.account().observedBy(calls::add).client(S3Client.builder())) {
            s3.putObject(request -> request.bucket("bucket").key("a").ifNoneMatch("*"), RequestBody.fromString("x"));
            s3.putObject(request -> request.bucket("bucket").key("a"), RequestBody.fromString("x"));
            s3.deleteObject(request -> request.bucket("bucket").key("a").ifMatch("etag"));
        }

        assertThat(calls).extracting(AwsCall::condition).containsExactly("IfNoneMatch", null, "IfMatch");
    }

    @Test
    void valuesOfListsAreShownAndTextsAreNot() {
        try (LambdaClient lambda = aws.account().observedBy(calls::add).client(LambdaClient.builder())) {
            lambda.getFunctionConfiguration(request -> request.functionName("inside"));
        }

        assertThat(calls)
                .singleElement()
                .extracting(AwsCall::shape)
                .satisfies(shape -> assertThat(shape.toString())
                        .contains(
                                "State=Active", "LastUpdateStatus=InProgress", "first=x86_64", "FunctionArn=text of 21")
                        .doesNotContain("arn:aws"));
    }

    /** With the token of an OIDC provider, which is valid for minutes only. */
    @Test
    void roleIsAssumedOnceForAllClients() throws Exception {
        Map<String, String> settings = Map.of(
                "aws.webIdentityTokenFile",
                Files.writeString(folder.resolve("token"), "token").toString(),
                "aws.roleArn",
                "arn:aws:iam::123456789012:role/smoke",
                "aws.region",
                "eu-central-1",
                "aws.configFile",
                folder.resolve("none").toString(),
                "aws.sharedCredentialsFile",
                folder.resolve("none").toString(),
                "aws.endpointUrl",
                aws.uri().toString());
        Map<String, String> before = new HashMap<>();
        settings.forEach((name, value) -> before.put(name, System.setProperty(name, value)));
        try {
            AwsAccount account = new AwsAccount(null, "eu-central-1");
            try (LambdaClient lambda = account.client(LambdaClient.builder())) {
                lambda.getFunctionConfiguration(request -> request.functionName("inside"));
            }
            invoke(account, ResponseMode.BUFFERED);
            try (S3Bucket bucket = new S3Bucket(account.in(account.region()).endpoint("s3"), "bucket")) {
                bucket.delete("object");
            }
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }

        assertThat(aws.actions().stream().filter("AssumeRoleWithWebIdentity"::equals))
                .hasSize(1);
        assertThat(aws.actions()).hasSize(4);
    }

    private static void invoke(AwsAccount account, ResponseMode mode) throws Exception {
        RecordingInvocationListener heard = new RecordingInvocationListener();
        try (SdkLambdaInvoker invoker = new SdkLambdaInvoker(account.endpoint("lambda"), mode, 1)) {
            invoker.invoke(FUNCTION, REQUEST, heard);
            heard.awaitEnd();
        }
    }
}
