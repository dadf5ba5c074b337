package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RequestJson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/**
 * Invokes functions over the SDK's HTTP client and signer, without the SDK's Lambda client: that client retries an
 * invocation when the connection breaks, which starts a second function whose traffic would distort the measurement,
 * and its decoder allocates 2 MiB per stream.
 *
 * <p>Every running function has its own connection. There is no read timeout: a function that waits for T0 sends
 * nothing, and the caller enforces the deadline.
 */
public final class SdkLambdaInvoker implements LambdaInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(SdkLambdaInvoker.class);

    /** Additional connections, because connections that are being closed still count towards the limit. */
    private static final int SPARE_CONNECTIONS = 16;

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(60);
    private static final Duration TLS_TIMEOUT = Duration.ofSeconds(30);

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|\\[?::1]?");

    private final ResponseMode mode;
    private final AwsCall.@Nullable Listener observer;
    private final RequestSigner signer;
    private final ExecutorService signing;
    private final SdkEventLoopGroup eventLoops;
    private final SdkAsyncHttpClient http;
    private final Set<OngoingInvocation> ongoing = ConcurrentHashMap.newKeySet();

    /** @param maxFunctions maximum number of concurrent invocations, at least 1 */
    public SdkLambdaInvoker(ServiceEndpoint endpoint, ResponseMode mode, int maxFunctions) {
        this.mode = mode;
        observer = endpoint.observer();
        signer = new RequestSigner(endpoint, mode);
        signing = Executors.newSingleThreadExecutor(daemons("invoke-sign"));
        eventLoops = SdkEventLoopGroup.builder()
                // With more than one thread the client occasionally loses an exchange whose connection was refused,
                // because the threads of pool and connection race. One thread can serve 1,000 streams.
                .numberOfThreads(1)
                .threadFactory(daemons("invoke-io"))
                .build();
        http = NettyNioAsyncHttpClient.builder()
                .eventLoopGroup(eventLoops)
                .maxConcurrency(maxFunctions + SPARE_CONNECTIONS)
                .maxPendingConnectionAcquires(maxFunctions + SPARE_CONNECTIONS)
                .readTimeout(Duration.ZERO)
                .connectionTimeout(CONNECTION_TIMEOUT)
                .connectionAcquisitionTimeout(WAIT_FOR_CONNECTION)
                .tlsNegotiationTimeout(TLS_TIMEOUT)
                .tcpKeepAlive(true)
                .proxyConfiguration(proxy(endpoint))
                .build();
        signing.execute(this::prepareSigning);
    }

    @Override
    public Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener) {
        OngoingInvocation call = new OngoingInvocation(
                observer == null ? listener : new ObservedInvocation(listener, mode, observer), ongoing::remove);
        ongoing.add(call);
        try {
            var unused = CompletableFuture.runAsync(() -> send(function, request, call), signing)
                    .whenComplete((sent, failure) -> {
                        if (failure != null) {
                            call.end(InvocationEnd.Broken.of(failure));
                        }
                    });
        } catch (RejectedExecutionException e) {
            call.cancel();
        }
        return call;
    }

    private void send(FunctionRef function, FunctionRequest request, OngoingInvocation call) {
        if (call.hasEnded()) {
            return;
        }
        byte[] event = RequestJson.write(request).getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest signed;
        try {
            signed = signer.sign(function, event);
        } catch (SdkException e) {
            LOG.warn("Cannot sign the invocation", e);
            call.end(new InvocationEnd.Unsigned("Cannot sign the invocation: " + e.getMessage(), e));
            return;
        }
        CompletableFuture<Void> exchange = http.execute(AsyncExecuteRequest.builder()
                .request(signed)
                .requestContentPublisher(new PayloadPublisher(event))
                .responseHandler(new ResponseHandler(call, mode))
                .build());
        call.runsOn(exchange);
        var unused = exchange.whenComplete((done, failure) -> {
            if (failure != null) {
                call.end(InvocationEnd.Broken.of(failure));
            }
        });
    }

    // Resolving credentials and loading the signer's classes takes up to a second the first time. Doing it now, while
    // servers and links are being prepared, avoids delaying the first functions beyond T0.
    private void prepareSigning() {
        try {
            signer.sign(new FunctionRef("none", "1"), new byte[0]);
        } catch (SdkException e) {
            LOG.info("No credentials to sign invocations yet: {}", e.getMessage());
        }
    }

    // The service on this computer is not behind a proxy, regardless of the proxy settings in the environment.
    private static ProxyConfiguration proxy(ServiceEndpoint endpoint) {
        boolean local = LOOPBACK.matcher(endpoint.uri().getHost()).matches();
        return ProxyConfiguration.builder()
                .useSystemPropertyValues(!local)
                .useEnvironmentVariableValues(!local)
                .build();
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        signing.shutdown();
        new ArrayList<>(ongoing).forEach(OngoingInvocation::cancel);
        http.close();
        // Do not wait; the quiet period lets the client close its connections on the event loops first.
        var unused = eventLoops.eventLoopGroup().shutdownGracefully(200, 2000, TimeUnit.MILLISECONDS);
    }

    /** The event as the body of a request: one chunk. */
    private static final class PayloadPublisher implements SdkHttpContentPublisher {
        private final byte[] event;

        PayloadPublisher(byte[] event) {
            this.event = event;
        }

        @Override
        public Optional<Long> contentLength() {
            return Optional.of((long) event.length);
        }

        @Override
        public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Subscription() {
                private boolean sent;

                @Override
                public void request(long chunks) {
                    if (!sent) {
                        sent = true;
                        subscriber.onNext(ByteBuffer.wrap(event));
                        subscriber.onComplete();
                    }
                }

                @Override
                public void cancel() {
                    sent = true;
                }
            });
        }
    }
}
