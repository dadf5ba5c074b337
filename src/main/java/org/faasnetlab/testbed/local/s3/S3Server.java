package org.faasnetlab.testbed.local.s3;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.CredentialsSource.AccessKeys;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An S3Proxy process with its own generated access key: on loopback, or in another network namespace, where this program reaches
 * it by a socket in the file system.
 */
final class S3Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(S3Server.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final long POLL_MS = 20;
    private static final int MAX_LOGGED_BYTES = 16 << 10;
    /** A free port may be taken by the time the server binds it; then another one is tried. */
    private static final int ATTEMPTS = 3;

    private final ProcessStarter processes;
    private final Process process;
    private final ServiceEndpoint endpoint;
    private final InetSocketAddress address;
    private final @Nullable NamespaceAccess access;

    private S3Server(
            Process process,
            ServiceEndpoint endpoint,
            InetSocketAddress address,
            @Nullable NamespaceAccess access,
            ProcessStarter processes) {
        this.processes = processes;
        this.process = process;
        this.endpoint = endpoint;
        this.address = address;
        this.access = access;
    }

    /**
     * Starts a server and waits until it responds.
     *
     * @param directory an existing directory for its data, configuration and output
     * @param bind the address on which it listens, where {@code processes} start: loopback of this namespace, or all
     *     addresses of another one
     */
    static S3Server start(Path jar, Path directory, ProcessStarter processes, InetAddress bind)
            throws LabException, InterruptedException {
        if (!Files.isRegularFile(jar)) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("The S3 server is missing: file {0} does not exist.", jar),
                    Phrase.of("Build or install FaaS Network Lab again. iperf3 experiments work without it."));
        }
        Path output = directory.resolve("s3proxy.log");
        long startedNanos = System.nanoTime();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            S3Server server = launch(jar, directory, output, processes, bind);
            if (server.awaitAnswer()) {
                log.info("The S3 server is ready after {} ms", (System.nanoTime() - startedNanos) / 1_000_000);
                return server;
            }
            boolean silent = server.alive();
            server.close();
            if (silent) {
                throw notStarted("no response within " + START_TIMEOUT.toSeconds() + " seconds" + reason(output), null);
            }
        }
        throw notStarted("its process exited" + reason(output), null);
    }

    private static S3Server launch(Path jar, Path directory, Path output, ProcessStarter processes, InetAddress bind)
            throws LabException {
        NamespaceAccess access = null;
        try {
            InetSocketAddress address = new InetSocketAddress(bind, freePort());
            AccessKeys keys = newKeys();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-DLOG_LEVEL=warn",
                    "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener"));
            if (bind.isLoopbackAddress()) {
                command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
            } else {
                access = NamespaceAccess.open();
                command.addAll(access.program(jar, address.getPort()));
            }
            for (Path file : new S3ProxyConfiguration(uri(address), keys, directory).write()) {
                command.add("--properties");
                command.add(file.toAbsolutePath().toString());
            }
            Process process = processes.start(
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()));
            InetSocketAddress reachable = access == null ? address : access.address();
            return new S3Server(
                    process, new ServiceEndpoint(uri(reachable), "us-east-1", keys), address, access, processes);
        } catch (IOException e) {
            if (access != null) {
                access.close();
            }
            throw notStarted(String.valueOf(e.getMessage()), e);
        }
    }

    private static URI uri(InetSocketAddress address) {
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** Copies the output to the log, because its file is deleted with the testbed, and returns its essential line. */
    static String reason(Path output) {
        try {
            byte[] bytes = Files.readAllBytes(output);
            String text = new String(bytes, 0, Math.min(bytes.length, MAX_LOGGED_BYTES), StandardCharsets.UTF_8);
            log.error("Output of the S3 server:\n{}", text);
            List<String> lines = text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.stream()
                    .filter(line -> line.contains("Exception") || line.contains("Error"))
                    .findFirst()
                    .or(() -> lines.stream().reduce((earlier, later) -> later))
                    .map(line -> ": " + line)
                    .orElse("");
        } catch (IOException e) {
            log.warn("Cannot read the output of the S3 server", e);
            return "";
        }
    }

    private static LabException notStarted(String why, @Nullable IOException cause) {
        Phrase sentence = Phrase.of("The S3 server did not start: {0}.", why);
        Phrase nextStep = Phrase.of("See the log for its output, fix the cause, and run again.");
        return cause == null
                ? new LabException(LabException.Kind.FAILED, sentence, nextStep)
                : new LabException(LabException.Kind.FAILED, sentence, nextStep, cause);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static AccessKeys newKeys() {
        byte[] random = new byte[30];
        new SecureRandom().nextBytes(random);
        String hex = HexFormat.of().formatHex(random);
        return new AccessKeys(hex.substring(0, 20), hex.substring(20));
    }

    /** Waits for any response; an unsigned request is rejected, which is sufficient. */
    private boolean awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        try {
            while (alive() && System.nanoTime() < deadline) {
                if (responds()) {
                    return true;
                }
                Thread.sleep(POLL_MS);
            }
            return false;
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    private boolean responds() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) endpoint.uri().toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) ANSWER_TIMEOUT.toMillis());
            connection.setReadTimeout((int) ANSWER_TIMEOUT.toMillis());
            try {
                return connection.getResponseCode() > 0;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            log.trace("The S3 server is not ready yet", e);
            return false;
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** Where this program reaches it. */
    ServiceEndpoint endpoint() {
        return endpoint;
    }

    /** Where functions reach it: the address on which it listens. */
    InetSocketAddress address() {
        return address;
    }

    /** Stops the process and waits for its exit, so that its files can be deleted. */
    @Override
    public void close() {
        processes.kill(List.of(process));
        if (access != null) {
            access.close();
        }
    }
}
