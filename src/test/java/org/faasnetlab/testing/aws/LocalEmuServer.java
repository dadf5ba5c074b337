package org.faasnetlab.testing.aws;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.faasnetlab.testing.process.FreePort;
import org.faasnetlab.testing.process.PythonTools;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** A LocalEmu server, which emulates AWS independently of moto where stacks are concerned: a process on loopback. */
public final class LocalEmuServer implements AwsEmulator {
    private static final Duration START = Duration.ofMinutes(1);

    private static final Path SCRIPT = Path.of("src", "test", "python", "run_localemu.py");
    private static final int MAX_TRIES = 100;

    private final Process process;
    private final URI uri;

    private LocalEmuServer(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** @param folder an empty folder for everything that it writes */
    public static LocalEmuServer start(Path folder) throws IOException, InterruptedException {
        int port = FreePort.find();
        ProcessBuilder builder =
                new ProcessBuilder(PythonTools.program("python").toString(), SCRIPT.toString());
        builder.environment().put("PYTHONPATH", PythonTools.localEmu().toString());
        builder.environment().put("GATEWAY_LISTEN", "127.0.0.1:" + port);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("LOCALEMU_VOLUME_DIR", folder.toString());
        builder.environment().put("DISABLE_EVENTS", "1");
        // Presigned URLs name the address before it.
        builder.environment().put("S3_SKIP_SIGNATURE_VALIDATION", "1");
        builder.environment().put("SKIP_SSL_CERT_DOWNLOAD", "1");
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "localemu-" + port + ".log").toFile());
        LocalEmuServer server = new LocalEmuServer(builder.start(), URI.create("http://127.0.0.1:" + port));
        try {
            server.awaitReady();
        } catch (IOException | InterruptedException notStarted) {
            server.close();
            throw notStarted;
        }
        return server;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        HttpRequest health =
                HttpRequest.newBuilder(uri.resolve("/_localemu/health")).build();
        while (!isReady(health)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("LocalEmu does not answer at " + uri + "; its output is in target");
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(HttpRequest health) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public URI uri() {
        return uri;
    }

    /**
     * Its own answers, with exceptions for stacks. They are created without functions and updated with the whole template,
     * because LocalEmu keeps no template and refuses an update in which a condition becomes true. The answer to CreateStack is
     * held back, because LocalEmu sends it before it has read the parameters. A code that Lambda does not have is left out.
     */
    public AwsEndpointStub.Services services() {
        RequestForwarder forwarder = new RequestForwarder(uri, Optional.empty());
        return request -> {
            String template = new TestbedTemplate().text();
            byte[] body = switch (request.action()) {
                case "CreateStack" ->
                    RequestForwarder.withTemplate(request.form(), MotoServices.withoutFunctions(template));
                case "UpdateStack" -> RequestForwarder.withTemplate(request.form(), template);
                default -> request.body();
            };
            AwsEndpointStub.Answer answer = forwarder.send(request, body);
            if (request.action().equals("CreateStack")) {
                awaitParameters(request.form().get("StackName"));
            }
            return request.service().equals("lambda") ? valid(answer) : answer;
        };
    }

    private static AwsEndpointStub.Answer valid(AwsEndpointStub.Answer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll(",\\s*\"LastUpdateStatusReasonCode\":\\s*\"Creating\"", "");
        return new AwsEndpointStub.Answer(answer.status(), answer.contentType(), body.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitParameters(String stack) throws InterruptedException {
        try (CloudFormationClient cloudFormation = client(CloudFormationClient.builder())) {
            for (int tries = 0; tries < MAX_TRIES; tries++) {
                if (cloudFormation.describeStacks(request -> request.stackName(stack)).stacks().stream()
                        .anyMatch(created -> created.hasParameters())) {
                    return;
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
