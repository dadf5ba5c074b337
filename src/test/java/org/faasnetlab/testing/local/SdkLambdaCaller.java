package org.faasnetlab.testing.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.ServiceEndpoint;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamCompleteEvent;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponse;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponseHandler;

/** A thin wrapper of the AWS SDK's Lambda client. */
public final class SdkLambdaCaller implements AutoCloseable {
    private static final long SECONDS = 60;

    /** Shared event loop: closing a client that owns its thread takes seconds. */
    private final SdkEventLoopGroup thread =
            SdkEventLoopGroup.builder().numberOfThreads(1).build();

    private final SdkAsyncHttpClient http;
    private final LambdaAsyncClient client;

    public SdkLambdaCaller(ServiceEndpoint endpoint) {
        this(endpoint, ((CredentialsSource.AccessKeys) endpoint.credentials()).secretAccessKey());
    }

    public SdkLambdaCaller(ServiceEndpoint endpoint, String secretAccessKey) {
        CredentialsSource.AccessKeys keys = (CredentialsSource.AccessKeys) endpoint.credentials();
        http = NettyNioAsyncHttpClient.builder()
                .eventLoopGroup(thread)
                .maxConcurrency(300)
                .connectionAcquisitionTimeout(Duration.ofSeconds(SECONDS))
                .readTimeout(Duration.ZERO)
                .build();
        client = LambdaAsyncClient.builder()
                .endpointOverride(endpoint.uri())
                .region(Region.of(endpoint.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), secretAccessKey)))
                .httpClient(http)
                .overrideConfiguration(settings -> settings.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    public InvokeResponse invoke(String qualifier, String event) throws Exception {
        try {
            return client.invoke(request -> request.functionName("faasnetlab")
                            .qualifier(qualifier)
                            .payload(SdkBytes.fromUtf8String(event)))
                    .orTimeout(SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            throw (Exception) failed.getCause();
        }
    }

    public Stream stream(String qualifier, String command) {
        return streamEvent(qualifier, "\"" + command + "\"");
    }

    public Stream streamEvent(String qualifier, String event) {
        Stream stream = new Stream();
        InvokeWithResponseStreamResponseHandler handler = InvokeWithResponseStreamResponseHandler.builder()
                .onResponse(stream.response::set)
                .subscriber(InvokeWithResponseStreamResponseHandler.Visitor.builder()
                        .onPayloadChunk(chunk -> stream.add(chunk.payload().asByteArray()))
                        .onInvokeComplete(stream.complete::set)
                        .build())
                .build();
        stream.end = client.invokeWithResponseStream(
                request ->
                        request.functionName("faasnetlab").qualifier(qualifier).payload(SdkBytes.fromUtf8String(event)),
                handler);
        return stream;
    }

    @Override
    public void close() {
        client.close();
        http.close();
        thread.eventLoopGroup().shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** One streamed response. */
    public static final class Stream {
        private final AtomicReference<InvokeWithResponseStreamResponse> response = new AtomicReference<>();
        private final AtomicReference<InvokeWithResponseStreamCompleteEvent> complete = new AtomicReference<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private CompletableFuture<Void> end;

        private synchronized void add(byte[] chunk) {
            bytes.writeBytes(chunk);
            notifyAll();
        }

        public void awaitChunk() throws InterruptedException {
            awaitLines(1);
        }

        public synchronized void awaitLines(int lines) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (text().lines().count() < lines || !text().endsWith("\n")) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || (end != null && end.isDone())) {
                    throw new AssertionError("the stream has only: " + text());
                }
                wait(Math.min(left, 100));
            }
        }

        public void awaitEnd() {
            end.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        }

        /** Closes the connection. */
        public void leave() {
            end.cancel(true);
        }

        public synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        public boolean isComplete() {
            return complete.get() != null;
        }

        public InvokeWithResponseStreamCompleteEvent complete() {
            return complete.get();
        }

        public InvokeWithResponseStreamResponse response() {
            return response.get();
        }
    }
}
