package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamRequest;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Checks whether the Region supports response streaming. No API lists such Regions, so a function that does not exist
 * is invoked: Lambda's own "not found" in response to the streaming call shows that the Region has it. Nothing runs.
 */
final class StreamingCheck implements PreflightCheck {

    /** What Lambda's response reveals. */
    private enum Answer {
        KNOWN,
        UNKNOWN_CALL,
        NEITHER
    }

    private final String absentFunction;

    StreamingCheck(AwsTestbedSettings settings) {
        // Starts with the prefix that the user policy allows.
        absentFunction = settings.stackName() + "-absent";
    }

    @Override
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
        return switch (invoke(aws)) {
            case KNOWN ->
                CheckResult.ok(Phrase.of(
                        "Lambda streams responses in {0}: charts are updated while functions transfer.", aws.region()));
            case UNKNOWN_CALL ->
                CheckResult.warning(
                        Phrase.of(
                                "Lambda does not stream responses in {0}: charts are updated after each trial.",
                                aws.region()),
                        Phrase.of("For live charts, choose another Region."));
            case NEITHER ->
                CheckResult.unknown(
                        Phrase.of("It is unknown whether Lambda streams responses in {0}.", aws.region()),
                        Phrase.of("If it does not, charts are updated after each trial."));
        };
    }

    private Answer invoke(AwsQueries aws) throws QueryFailedException {
        // A client that owns its event loop waits seconds for it when it is closed.
        SdkEventLoopGroup thread =
                SdkEventLoopGroup.builder().numberOfThreads(1).build();
        try (SdkAsyncHttpClient http =
                NettyNioAsyncHttpClient.builder().eventLoopGroup(thread).build()) {
            return aws.query(
                    "lambda:InvokeFunction", LambdaAsyncClient.builder().httpClient(http), this::invoke);
        } finally {
            var unused = thread.eventLoopGroup().shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private Answer invoke(LambdaAsyncClient lambda) {
        try {
            lambda.invokeWithResponseStream(
                            InvokeWithResponseStreamRequest.builder()
                                    .functionName(absentFunction)
                                    .build(),
                            InvokeWithResponseStreamResponseHandler.builder()
                                    .subscriber(part -> {})
                                    .build())
                    .join();
            return Answer.NEITHER;
        } catch (CompletionException e) {
            if (e.getCause() instanceof ResourceNotFoundException) {
                return Answer.KNOWN;
            }
            if (e.getCause() instanceof AwsServiceException answer && callIsUnknown(answer)) {
                return Answer.UNKNOWN_CALL;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static boolean callIsUnknown(AwsServiceException answer) {
        return answer.awsErrorDetails() != null
                && ("UnknownOperationException".equals(answer.awsErrorDetails().errorCode())
                        || String.valueOf(answer.awsErrorDetails().errorMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("unable to determine service/operation name"));
    }
}
