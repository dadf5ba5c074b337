package org.faasnetlab.testing.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.FreePort;

/**
 * A function in the core of AWS's Runtime Interface Emulator, which runs the Runtime API and passes streamed responses on as
 * Lambda does, in surroundings like Lambda's ({@code src/test/lambda/box.sh}).
 */
public final class LambdaSandbox implements AutoCloseable {
    private static final Path SOURCES = Path.of("src", "test", "lambda");
    private static final Path HOME = Path.of("target", "lambda").toAbsolutePath();

    private final Process process;
    private final int port;

    /**
     * A response of the core.
     *
     * @param chunkNanos when each chunk arrived, by System.nanoTime()
     * @param trailers by lower-case name
     */
    public record Response(
            int status, Map<String, String> headers, String body, List<Long> chunkNanos, Map<String, String> trailers) {

        public List<FunctionRecord> records() throws IOException {
            List<FunctionRecord> records = new ArrayList<>();
            for (String line : body.lines().toList()) {
                records.add(RecordJson.read(line));
            }
            return records;
        }

        public <T extends FunctionRecord> List<T> records(Class<T> type) throws IOException {
            return records().stream().filter(type::isInstance).map(type::cast).toList();
        }

        public FunctionRecord last() throws IOException {
            List<FunctionRecord> records = records();
            return records.get(records.size() - 1);
        }
    }

    private LambdaSandbox(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The command of the box, for a command in it. Needs root on Linux; without it the test is skipped, and fails in CI. */
    public static List<String> box(Path code, int memoryMb) throws IOException, InterruptedException {
        if (!"0"
                .equals(ExternalTools.run(ExternalTools.require("bash"), "-c", "id -u")
                        .text()
                        .strip())) {
            ExternalTools.missing("A box like that of Lambda needs root");
        }
        return List.of(
                SOURCES.resolve("box.sh").toAbsolutePath().toString(),
                code.toString(),
                String.valueOf(memoryMb),
                System.getProperty("java.home"));
    }

    /**
     * Starts a sandbox and initializes the function.
     *
     * @param code the unpacked function
     */
    public static LambdaSandbox start(Path code, int memoryMb) throws IOException, InterruptedException {
        Files.copy(program(), code.resolve("lambda-sandbox"), StandardCopyOption.REPLACE_EXISTING);
        int port = FreePort.find();
        List<String> command = new ArrayList<>(box(code, memoryMb));
        // AWS_LAMBDA_EXEC_WRAPPER is called with the command line of the managed runtime.
        command.addAll(List.of(
                "/var/task/lambda-sandbox",
                "127.0.0.1:" + port,
                "127.0.0.1:" + FreePort.find(),
                "/var/task/bootstrap",
                "/var/lang/bin/java",
                "-Xshare:on",
                "-jar",
                "/var/runtime/lib/aws-lambda-java-runtime-0.2.0.jar",
                "org.faasnetlab.function.FunctionMain"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/var/lang/bin:/usr/local/bin:/usr/bin:/bin:/opt/bin",
                        "LANG", "en_US.UTF-8",
                        "TZ", ":UTC",
                        "LAMBDA_TASK_ROOT", "/var/task",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(memoryMb),
                        "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/lab",
                        "AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/30/[1]abc"));
        Path log = HOME.resolve("sandbox-" + port + ".log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        LambdaSandbox sandbox = new LambdaSandbox(process, port);
        try {
            sandbox.awaitAnswer(log);
            sandbox.request("/test/init", """
                    {"functionName":"lab","functionVersion":"1","invokeTimeoutMs":60000}
                    """, Map.of());
        } catch (IOException | InterruptedException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
        return sandbox;
    }

    /** The program, which {@code ./faasnetlab test} builds before the tests; otherwise it is built now. */
    private static Path program() throws IOException, InterruptedException {
        ExternalTools.require("go");
        ExternalTools.Output output =
                ExternalTools.run(SOURCES.resolve("build.sh").toAbsolutePath(), HOME.toString());
        if (output.status() != 0) {
            ExternalTools.missing("AWS's Runtime Interface Emulator cannot be built: " + output.text());
        }
        return HOME.resolve("lambda-sandbox");
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                get("/test/ping");
                return;
            } catch (java.net.ConnectException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("the sandbox does not start: " + Files.readString(log), notYet);
                }
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Reserves the sandbox and invokes the function with a streamed response, as Lambda's front does. */
    public Response invoke(FunctionRequest request) throws IOException {
        return invoke(request, () -> {});
    }

    /** @param onChunk called when a chunk has arrived */
    public Response invoke(FunctionRequest request, Runnable onChunk) throws IOException {
        Response reserved = request("/test/reserve", "", Map.of());
        assertThat(reserved.status()).isEqualTo(200);
        Response response = request(
                "/test/directInvoke/" + reserved.headers().get("reservation-token"),
                RequestJson.write(request),
                Map.of(
                        "Invoke-Id",
                        reserved.headers().get("invoke-id"),
                        "Invoked-Function-Version",
                        reserved.headers().get("invoked-function-version"),
                        "InvokeResponseMode",
                        "streaming",
                        "MaxPayloadSize",
                        "-1"),
                onChunk);
        request("/test/waitUntilRelease", "", Map.of());
        return response;
    }

    /** Invokes the function with a buffered response, as the emulator's own program does. */
    public Response invokeBuffered(FunctionRequest request) throws IOException {
        return request("/2015-03-31/functions/function/invocations", RequestJson.write(request), Map.of());
    }

    /** Stops the current invocation, as Lambda does when the function's time limit has passed. */
    public void timeOut() throws IOException {
        request("/test/reset", "{\"reason\":\"timeout\",\"timeoutMs\":2000}", Map.of());
    }

    /** The Java process of the function. */
    public ProcessHandle function() {
        return process.descendants()
                .filter(each -> each.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
    }

    private Response get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", () -> {});
    }

    private Response request(String path, String body, Map<String, String> headers) throws IOException {
        return request(path, body, headers, () -> {});
    }

    private Response request(String path, String body, Map<String, String> headers, Runnable onChunk)
            throws IOException {
        StringBuilder request =
                new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        request.append("Content-Length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n")
                .append(body);
        return send(request.toString(), onChunk);
    }

    private Response send(String request, Runnable onChunk) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(90_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            int status = Integer.parseInt(line(in).split(" ")[1]);
            Map<String, String> headers = headers(in);
            if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
                return new Response(
                        status, headers, new String(in.readAllBytes(), StandardCharsets.UTF_8), List.of(), Map.of());
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            List<Long> times = new ArrayList<>();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.write(in.readNBytes(size));
                times.add(System.nanoTime());
                onChunk.run();
                line(in);
            }
            return new Response(status, headers, body.toString(StandardCharsets.UTF_8), times, headers(in));
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("end of stream after \"" + line + "\"");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
}
