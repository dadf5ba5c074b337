package org.faasnetlab.function.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testing.function.FunctionProcess;
import org.faasnetlab.testing.function.FunctionRequests;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the S3 tasks in a function process against an HTTP server that handles ranges and parts like S3. */
@Timeout(120)
class S3JobIT {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]+)");
    private static final byte[] BLOCK = new byte[256 * 1024];

    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch testOver = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/object", this::range);
        server.createContext("/part", this::store);
        server.createContext("/denied", S3JobIT::deny);
        server.createContext("/stuck", this::sendOneByteAndStop);
        server.start();
    }

    @AfterEach
    void stopServer() {
        testOver.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aDownloadFetchesEveryByteOnceOverSeveralConnections() throws Exception {
        long bytes = 300_000_001L;
        FunctionRecord.Finished finished = transfer(new S3GetTask(url("/object"), bytes, 4, 64L << 20, 100));

        assertThat(finished.receiverBytes()).isEqualTo(bytes);
        assertThat(finished.senderBytes()).isEqualTo(bytes);
        assertThat(finished.firstByteMicros()).isPositive();
        assertThat(ranges)
                .containsExactlyInAnyOrder(
                        "bytes=0-67108863",
                        "bytes=67108864-134217727",
                        "bytes=134217728-201326591",
                        "bytes=201326592-268435455",
                        "bytes=268435456-300000000");
    }

    @Test
    void anUploadIsAcknowledgedPartByPart() throws Exception {
        List<URI> urls = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            urls.add(url("/part?partNumber=" + i + "&X-Amz-Signature=a%2Bb"));
        }
        FunctionRecord.Finished finished = transfer(new S3PutTask(urls, 300_000_001L, 2, 64L << 20, 100));

        assertThat(received.get()).isEqualTo(300_000_001L);
        assertThat(finished.receiverBytes()).isEqualTo(300_000_001L);
        assertThat(finished.senderBytes()).isEqualTo(300_000_001L);
        assertThat(finished.firstByteMicros()).isNull();
        assertThat(ranges).contains("partNumber=5&X-Amz-Signature=a%2Bb");
    }

    @Test
    void anErrorOfS3IsReportedWithItsCode() throws Exception {
        FunctionRecord.Failed failed = failure(new S3GetTask(url("/denied?X-Amz-Signature=secret"), 10, 2, 5, 100), 60);

        assertThat(failed.reason()).isEqualTo(FailureReason.HTTP_STATUS);
        assertThat(failed.message()).contains("403", "AccessDenied").doesNotContain("secret");
        assertThat(failed.retryable()).isFalse();
    }

    @Test
    void aMissingServerIsAFailedConnection() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + RealIperf3Server.freePort() + "/object");

        assertThat(failure(new S3GetTask(nobody, 10, 1, 10, 100), 60).reason()).isEqualTo(FailureReason.CONNECT_FAILED);
    }

    @Test
    void theDeadlineStopsAStalledDownload() throws Exception {
        assertThat(failure(new S3GetTask(url("/stuck"), 10, 1, 10, 100), 2).reason())
                .isEqualTo(FailureReason.DEADLINE);
    }

    /** Runs the task, checks that the intervals cover the transfer without gaps, and returns the final record. */
    private static FunctionRecord.Finished transfer(Task task) throws IOException, InterruptedException {
        StubRuntimeApi.Answer answer = run(task, 60);
        FunctionRecord.Finished finished = (FunctionRecord.Finished) answer.last();
        List<FunctionRecord.Measured> intervals = answer.records(FunctionRecord.Measured.class);
        long end = answer.records(FunctionRecord.Started.class).get(0).offsetMicros();
        assertThat(finished.offsetMicros()).isEqualTo(end).isNotNegative();
        long bytes = 0;
        for (FunctionRecord.Measured measured : intervals) {
            assertThat(measured.interval().offsetMicros()).isEqualTo(end);
            end = measured.interval().endMicros();
            bytes += measured.interval().bytes();
        }
        assertThat(bytes).isEqualTo(finished.senderBytes());
        assertThat(end).isGreaterThanOrEqualTo(finished.offsetMicros() + finished.durationMicros());
        return finished;
    }

    private static FunctionRecord.Failed failure(Task task, int deadlineSeconds)
            throws IOException, InterruptedException {
        return (FunctionRecord.Failed) run(task, deadlineSeconds).last();
    }

    private static StubRuntimeApi.Answer run(Task task, int deadlineSeconds) throws IOException, InterruptedException {
        try (StubRuntimeApi api = new StubRuntimeApi();
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.invoke(FunctionRequests.of(task, 300, deadlineSeconds * 1_000L));
            return api.answer();
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void range(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range);
        Matcher bounds = RANGE.matcher(range);
        assertThat(bounds.matches()).isTrue();
        long left = Long.parseLong(bounds.group(2)) - Long.parseLong(bounds.group(1)) + 1;
        exchange.sendResponseHeaders(206, left);
        try (exchange) {
            while (left > 0) {
                int length = (int) Math.min(left, BLOCK.length);
                exchange.getResponseBody().write(BLOCK, 0, length);
                left -= length;
            }
        }
    }

    private void store(HttpExchange exchange) throws IOException {
        ranges.add(exchange.getRequestURI().getRawQuery());
        byte[] buffer = new byte[BLOCK.length];
        InputStream body = exchange.getRequestBody();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            received.addAndGet(read);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static void deny(HttpExchange exchange) throws IOException {
        byte[] body =
                "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(403, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void sendOneByteAndStop(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(206, 10);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        try {
            testOver.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
