package org.faasnetlab.testbed.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.testing.aws.AwsCallRecorder;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.PythonTools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares all requests that the product sent through the AWS SDK in the tests before, and all responses of emulators and
 * stubs, with botocore's service models. It runs with the tests that run alone, after the others. Invocations, which the
 * product signs itself, are recorded by their stub as sent; the SDK's own client reads their responses in {@code FunctionZipIT}.
 */
@Tag("alone")
class AwsCallsIT {

    @Test
    void requestsAndResponsesOfTheTestsFollowTheServiceModels() throws Exception {
        if (!Files.isDirectory(AwsCallRecorder.FOLDER)) {
            ExternalTools.missing("No test before this one has called AWS");
        }

        ExternalTools.Output checked = check(AwsCallRecorder.FOLDER);
        deleteRecords(); // or they would be checked again after the code has changed

        assertThat(checked.text()).doesNotContain(" 0 requests").endsWith(", 0 problems.\n");
        assertThat(checked.status()).isZero();
    }

    @Test
    void deviationsAreFound(@TempDir Path folder) throws Exception {
        Files.write(
                folder.resolve("calls.jsonl"),
                List.of(
                        """
                {"kind":"request","service":"Lambda","operation":"PublishVersion","members":{"Nonsense":1},"test":"T"}
                """.strip(),
                        """
                {"kind":"request","service":"Lambda","operation":"GetFunction","members":{"FunctionName":"a b"},"test":"T"}
                """.strip(),
                        """
                {"kind":"request","service":"Lambda","operation":"UpdateFunctionConfiguration",\
                "members":{"FunctionName":"f","MemorySize":64},"test":"T"}
                """.strip(),
                        """
                {"kind":"request","service":"CloudFormation","operation":"CreateStack",\
                "members":{"StackName":"s","OnFailure":"SHRUG"},"test":"T"}
                """.strip(),
                        """
                {"kind":"response","service":"Lambda","operation":"GetFunctionConfiguration","body":"{\\"State\\":\\"Fine\\"}",\
                "test":"T"}
                """.strip(),
                        """
                {"kind":"response","service":"Ec2","operation":"DescribeVpcs","body":"<r><vpcs/></r>","test":"T"}
                """.strip(),
                        """
                {"kind":"http","service":"Lambda","operation":"Invoke","method":"POST",\
                "path":"/2015-03-31/functions/f/invocations?Version=1","headers":{"x-amz-invocation-type":"Later",\
                "x-amz-other":""},"test":"T"}
                """.strip(),
                        """
                {"kind":"http","service":"Lambda","operation":"InvokeWithResponseStream","method":"GET",\
                "path":"/2015-03-31/functions/f/response-streaming-invocations","headers":{},"test":"T"}
                """.strip()));

        assertThat(check(folder).text())
                .contains("PublishVersion.Nonsense: unknown member (T)")
                .contains("PublishVersion.FunctionName: required member is missing (T)")
                .contains("GetFunction.FunctionName: 'a b' does not match")
                .contains("MemorySize: 64 is outside of 128 to")
                .contains("OnFailure: 'SHRUG' is none of")
                .contains("State: 'Fine' is none of")
                .contains("DescribeVpcsResult.vpcs: unknown member (T)")
                .contains("Invoke: unknown parameter Version (T)")
                .contains("Invoke: unknown header x-amz-other (T)")
                .contains("InvocationType: 'Later' is none of")
                .contains("InvokeWithResponseStream: method GET instead of POST (T)")
                .contains("path /2015-03-31/functions/f/response-streaming-invocations is not /2021-11-15/");
    }

    private static void deleteRecords() throws IOException {
        try (Stream<Path> files = Files.list(AwsCallRecorder.FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static ExternalTools.Output check(Path folder) throws IOException, InterruptedException {
        return ExternalTools.run(
                PythonTools.program("python"),
                Path.of("src", "test", "python", "check_aws_calls.py").toString(),
                folder.toString());
    }
}
