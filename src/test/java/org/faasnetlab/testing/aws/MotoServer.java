package org.faasnetlab.testing.aws;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testing.process.FreePort;
import org.faasnetlab.testing.process.PythonTools;

/**
 * A moto server, which emulates AWS: a process on loopback that keeps everything in memory. A closed one is reused by
 * later tests of this JVM, because moto needs several seconds to start and to load each service.
 */
public final class MotoServer implements AwsEmulator {
    private static final Deque<MotoServer> UNUSED = new ArrayDeque<>();

    private final Process process;
    private final URI uri;

    private MotoServer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** A server without any resources. */
    public static MotoServer start() throws IOException, InterruptedException {
        MotoServer unused;
        synchronized (UNUSED) {
            unused = UNUSED.poll();
        }
        if (unused == null) {
            return startProcess();
        }
        unused.requestsBeforePolicies("inf");
        unused.reset();
        return unused;
    }

    private static MotoServer startProcess() throws IOException, InterruptedException {
        Path program = PythonTools.program("moto_server");
        int port = FreePort.find();
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port));
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "moto-" + port + ".log").toFile());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        MotoServer server = new MotoServer(process, URI.create("http://127.0.0.1:" + port));
        try {
            server.awaitAnswer();
            // Functions are created but not run: these tests do not need their containers.
            server.configure("{\"lambda\":{\"use_docker\":false}}");
        } catch (IOException | InterruptedException notStarted) {
            process.destroyForcibly();
            throw notStarted;
        }
        return server;
    }

    @Override
    public URI uri() {
        return uri;
    }

    /** Deletes all resources. */
    public void reset() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri.resolve("/moto-api/reset"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** Enforces signatures and IAM policies from now on. */
    public void enforcePolicies() throws IOException, InterruptedException {
        requestsBeforePolicies("0");
    }

    private void requestsBeforePolicies(String count) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri.resolve("/moto-api/reset-auth"))
                .POST(HttpRequest.BodyPublishers.ofString(count))
                .build());
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            try {
                send(HttpRequest.newBuilder(uri.resolve("/moto-api/data.json")).build());
                return;
            } catch (ConnectException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("moto does not answer at " + uri + "; its output is in target", notYet);
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void configure(String json) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri.resolve("/moto-api/config"))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private static void send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        synchronized (UNUSED) {
            UNUSED.push(this);
        }
    }
}
