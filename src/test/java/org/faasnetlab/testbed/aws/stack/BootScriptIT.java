package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.testing.aws.TestProbeKey;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the servers' complete boot script. bash, curl, openssl, awk, zip and iperf3 are this machine's own, and instance
 * metadata and signal go over HTTP; commands that would change this machine (dnf, systemctl, shutdown and the like)
 * only record their arguments.
 */
@EnabledOnOs(OS.LINUX)
class BootScriptIT {

    private static final String ONLY_NOTED = """
            #!/bin/bash
            echo "${0##*/} $*" >>"$NOTES"
            """;

    @TempDir
    Path folder;

    private final BlockingQueue<JsonNode> signals = new LinkedBlockingQueue<>();
    private final PublicServerPassword password = PublicServerPassword.random(new SecureRandom());
    private HttpServer aws;

    @BeforeEach
    void prepare() throws IOException {
        ExternalTools.require("iperf3");
        ExternalTools.require("zip");
        ExternalTools.require("curl");
        ExternalTools.require("openssl");
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/latest/api/token", exchange -> answer(exchange, 200, "a-token"));
        aws.createContext("/latest/meta-data/local-ipv4", exchange -> metadata(exchange, "10.83.0.7"));
        aws.createContext("/latest/meta-data/public-ipv4", exchange -> metadata(exchange, "198.51.100.7"));
        aws.createContext("/signal", this::takeSignal);
        aws.start();
        Files.createDirectory(folder.resolve("bin"));
        for (String program : List.of("dnf", "systemctl", "shutdown", "aws", "useradd", "chown", "id", "systemd-run")) {
            replace(program, ONLY_NOTED);
        }
        replace("sysctl", ONLY_NOTED + "[[ $1 != -n ]] || echo \"of $2\"\n");
        replace("uname", "#!/bin/bash\necho 6.1.115.amzn2023.x86_64\n");
        replace("lscpu", "#!/bin/bash\nprintf 'CPU(s):     4\\nModel name: Intel Xeon 8488C\\n'\n");
        replace("systemd-detect-virt", "#!/bin/bash\necho amazon\n");
        replace("ss", "#!/bin/bash\nfor p in 5200 5201 5202 5203; do echo \"LISTEN 0 5 *:$p *:*\"; done\n");
    }

    @AfterEach
    void stop() {
        if (aws != null) { // a tool was missing
            aws.stop(0);
        }
    }

    @Test
    void serverSignalsReadinessAndUploadsItsIperf3() throws Exception {
        ExternalTools.Output output = boot(Map.of("UPLOAD_BUCKET", "a-bucket", "UPLOAD_KEY", "iperf3-x86_64.zip"));

        output.succeeds();
        JsonNode signal = signal();
        assertThat(signal.get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(signal.get("UniqueId").asText()).isEqualTo("10.83.0.7");
        assertThat(signal.get("Data").asText())
                .startsWith("iperf 3.")
                .contains(" with authentication|os.version=6.1.115.amzn2023.x86_64|cpu.model=Intel Xeon 8488C"
                        + "|machine.virtual=amazon|net.mtu=")
                .endsWith("|net.qdisc=of net.core.default_qdisc|tcp.congestion=of net.ipv4.tcp_congestion_control"
                        + "|tcp.rmem=of net.ipv4.tcp_rmem|tcp.wmem=of net.ipv4.tcp_wmem")
                .hasSizeLessThan(4_096 / 8 - 40);
        assertThat(notes())
                .contains("shutdown -h +90")
                .contains("dnf install -y -q iperf3 zip openssl")
                .contains("systemctl enable --now iperf3@5201.service iperf3@5202.service iperf3@5203.service")
                .anyMatch(note -> note.startsWith("aws s3api put-object --region eu-central-1 --bucket a-bucket "
                        + "--key iperf3-x86_64.zip --body "));
        assertThat(folder.resolve("files/iperf3.zip")).isNotEmptyFile();
        assertThat(folder.resolve("root/etc/systemd/system/iperf3@.service"))
                .hasSameTextualContentAs(Path.of("server-scripts", "iperf3@.service"));
    }

    @Test
    void echoServerGetsItsKeyInAFileOfRoot() throws Exception {
        ExternalTools.Output output = boot(Map.of());

        output.succeeds();
        Path key = folder.resolve("root/etc/faasnetlab/probe-key");
        assertThat(key).hasContent(TestProbeKey.VALUE);
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("root/etc/faasnetlab/echo.env")).hasContent("ECHO_PORT=5200\nPROBES_PER_SECOND=600");
        assertThat(folder.resolve("root/etc/systemd/system/echo.service"))
                .hasSameTextualContentAs(Path.of("server-scripts", "echo.service"));
        assertThat(notes()).contains("systemctl enable --now echo.service");
        assertThat(output.text()).doesNotContain(TestProbeKey.VALUE);
    }

    /** Everything but latency can be measured without it. */
    @Test
    void serverIsReadyWithoutEchoServerAndReportsItOnItsConsole() throws Exception {
        replace("systemctl", "#!/bin/bash\n[[ $* != *echo.service ]]\n");

        ExternalTools.Output output = boot(Map.of());

        output.succeeds();
        assertThat(signal().get("Status").asText()).isEqualTo("SUCCESS");
        assertThat(output.text()).contains("The echo server could not be started: latency probes get no answer");
    }

    @Test
    void leaseIsWatchedAgainAfterReboot() throws Exception {
        boot(Map.of()).succeeds();
        Path perBoot = folder.resolve("root/var/lib/cloud/scripts/per-boot/end-of-lease");
        ProcessBuilder reboot = new ProcessBuilder(perBoot.toString());
        addVariables(reboot);

        ExternalTools.run(reboot).succeeds();

        String watch = notes().get(notes().size() - 1);
        assertThat(watch)
                .matches("systemd-run --unit=faasnetlab-lease bash .*/lease\\.sh [0-9]{10}")
                .isEqualTo(notes().stream()
                        .filter(note -> note.startsWith("systemd-run"))
                        .findFirst()
                        .orElseThrow());
        long end = Long.parseLong(watch.replaceFirst(".* ", ""));
        assertThat(lease(end)).matches("shutdown --no-wall -h \\+(88|89|90)");
    }

    @Test
    void tagExtendsTheLease() throws Exception {
        long now = Instant.now().getEpochSecond();
        aws.createContext(
                "/latest/meta-data/tags/instance/faasnetlab:lease-end",
                exchange -> metadata(exchange, Long.toString(now + 7_200)));

        assertThat(lease(now + 600)).matches("shutdown --no-wall -h \\+(118|119|120)");
        assertThat(console()).hasContent("faasnetlab: the lease ends at " + (now + 7_200));
    }

    @Test
    void earlierOrDamagedTagDoesNotShortenTheLease() throws Exception {
        long now = Instant.now().getEpochSecond();
        aws.createContext(
                "/latest/meta-data/tags/instance/faasnetlab:lease-end", exchange -> metadata(exchange, "$(reboot)"));

        assertThat(lease(now + 600)).matches("shutdown --no-wall -h \\+(8|9|10)");
        assertThat(console()).doesNotExist();
    }

    private Path console() {
        return folder.resolve("console");
    }

    @Test
    void expiredLeaseTerminatesImmediately() throws Exception {
        assertThat(lease(Instant.now().getEpochSecond() - 5)).isEqualTo("shutdown --no-wall -h +0");
    }

    /** Runs one round of the script that watches the lease; it stops because its sleep fails. */
    private String lease(long end) throws IOException, InterruptedException {
        replace("sleep", "#!/bin/bash\nexit 1\n");
        ProcessBuilder watch = new ProcessBuilder("bash", "server-scripts/lease.sh", Long.toString(end));
        watch.environment().put("METADATA", url());
        watch.environment().put("CONSOLE", console().toString());
        addVariables(watch);
        ExternalTools.run(watch);
        return notes().get(notes().size() - 1);
    }

    @Test
    void publicServerHasKeyAndAcceptsOneUser() throws Exception {
        ExternalTools.Output output =
                boot(Map.of("USER_NAME", PublicServerPassword.USER, "USER_HASH", password.hash()));

        output.succeeds();
        JsonNode signal = signal();
        assertThat(output.text() + signal)
                .doesNotContain("PRIVATE KEY", password.hash(), password.text())
                .doesNotContain(Files.readAllLines(folder.resolve("root/etc/faasnetlab/private.pem"))
                        .get(1));
        assertThat(signal.get("UniqueId").asText()).isEqualTo("198.51.100.7");
        assertThat(transferWith("a-wrong-password", publicKey(signal)).text()).contains("authorization failed");
        assertThat(transferWith(password.text(), publicKey(signal)).text())
                .doesNotContain("\"error\"")
                .contains("\"sum_received\"");
        assertThat(folder.resolve("root/etc/faasnetlab/iperf3.env"))
                .content()
                .contains("--rsa-private-key-path /etc/faasnetlab/private.pem")
                .contains("--authorized-users-path /etc/faasnetlab/users.csv");
        assertThat(notes()).noneMatch(note -> note.startsWith("aws "));
    }

    @Test
    void aPackageThatCannotBeInstalledIsTheReasonOfTheFailure() throws Exception {
        replace("dnf", "#!/bin/bash\necho 'Error: \"al2023\" repository is \\down' >&2\nexit 1\n");

        ExternalTools.Output output = boot(Map.of());

        assertThat(output.status()).isEqualTo(1);
        JsonNode signal = signal();
        assertThat(signal.get("Status").asText()).isEqualTo("FAILURE");
        assertThat(signal.get("Reason").asText())
                .isEqualTo("The server could not install iperf3: Error: al2023 repository is down");
    }

    @Test
    void anIperf3WithoutPasswordsIsTheReasonOfTheFailureOfAPublicServer() throws Exception {
        replace("iperf3", "#!/bin/bash\necho 'Usage: iperf3 [-s|-c host] [options]'\n");

        assertThat(boot(Map.of("USER_NAME", "faasnetlab", "USER_HASH", password.hash()))
                        .status())
                .isEqualTo(1);

        assertThat(signal().get("Reason").asText())
                .isEqualTo("The server could not configure iperf3: This iperf3 does not support authentication");
    }

    @Test
    void portsThatDoNotListenAreTheReasonOfTheFailure() throws Exception {
        replace("ss", "#!/bin/bash\necho 'LISTEN 0 5 *:5202 *:*'\n");

        assertThat(boot(Map.of()).status()).isEqualTo(1);

        assertThat(signal().get("Reason").asText())
                .isEqualTo("The server could not open all iperf3 ports: 1 of 3 ports are listening");
    }

    @Test
    void aBucketThatRefusesIsTheReasonOfTheFailure() throws Exception {
        replace("aws", "#!/bin/bash\necho 'An error occurred (AccessDenied) when calling PutObject' >&2\nexit 254\n");

        assertThat(boot(Map.of("UPLOAD_BUCKET", "a-bucket")).status()).isEqualTo(1);

        assertThat(signal().get("Reason").asText())
                .isEqualTo("The server could not upload iperf3 to the bucket: "
                        + "An error occurred (AccessDenied) when calling PutObject");
    }

    /** A real transfer from a server that the script configured, by a client with what the script signalled. */
    private static String publicKey(JsonNode signal) {
        return signal.get("Data").asText().split("[|]", 2)[0];
    }

    private ExternalTools.Output transferWith(String password, String publicKey)
            throws IOException, InterruptedException {
        Path configured = folder.resolve("root/etc/faasnetlab");
        Path key = Files.writeString(
                folder.resolve("public.pem"),
                "-----BEGIN PUBLIC KEY-----\n" + publicKey.replaceAll("(.{64})", "$1\n")
                        + "\n-----END PUBLIC KEY-----\n");
        String iperf3 = ExternalTools.require("iperf3").toString();
        String port = Integer.toString(FreePort.find());
        ProcessBuilder server = new ProcessBuilder(iperf3, "-s", "-1", "-B", "127.0.0.1", "-p", port, "--forceflush");
        server.command()
                .addAll(List.of(
                        "--rsa-private-key-path",
                        configured.resolve("private.pem").toString()));
        server.command()
                .addAll(List.of(
                        "--authorized-users-path",
                        configured.resolve("users.csv").toString()));
        Process running = server.redirectErrorStream(true).start();
        try {
            while (!running.inputReader().readLine().startsWith("Server listening")) {
                assertThat(running.isAlive()).isTrue();
            }
            ProcessBuilder client = new ProcessBuilder(iperf3, "-c", "127.0.0.1", "-p", port, "-n", "1M", "-J");
            client.command().addAll(List.of("--username", PublicServerPassword.USER));
            client.command().addAll(List.of("--rsa-public-key-path", key.toString()));
            client.environment().put("IPERF3_PASSWORD", password);
            return ExternalTools.run(client);
        } finally {
            running.destroyForcibly();
        }
    }

    private ExternalTools.Output boot(Map<String, String> settings) throws IOException, InterruptedException {
        Path files = Files.createDirectories(folder.resolve("files"));
        for (String name : List.of("iperf3@.service", "lease.sh", "pack-iperf3.sh", "echo.service", "echo.py")) {
            Files.copy(Path.of("server-scripts", name), files.resolve(name));
        }
        ProcessBuilder builder = new ProcessBuilder("bash", "server-scripts/boot.sh");
        Map<String, String> environment = builder.environment();
        environment.put("FILES", files.toString());
        environment.put("LEASE_MINUTES", "90");
        environment.put("FIRST_PORT", "5201");
        environment.put("LAST_PORT", "5203");
        environment.put("ECHO_PORT", "5200");
        environment.put("PROBE_KEY", TestProbeKey.VALUE);
        environment.put("REGION", "eu-central-1");
        environment.put("SIGNAL_URL", url() + "/signal?signature=abc");
        environment.put("METADATA", url());
        environment.put("ROOT", folder.resolve("root").toString());
        environment.put("PAUSE", "0");
        environment.putAll(settings);
        addVariables(builder);
        return ExternalTools.run(builder);
    }

    private void addVariables(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        environment.put("NOTES", folder.resolve("notes.txt").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("no_proxy", "127.0.0.1");
    }

    private String url() {
        return "http://127.0.0.1:" + aws.getAddress().getPort();
    }

    private void replace(String program, String script) throws IOException {
        Path file = Files.writeString(folder.resolve("bin").resolve(program), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(folder.resolve("notes.txt"));
    }

    private JsonNode signal() throws InterruptedException {
        JsonNode signal = signals.poll(10, TimeUnit.SECONDS);
        assertThat(signal).as("a signal came").isNotNull();
        assertThat(signals).as("one signal only").isEmpty();
        return signal;
    }

    private void metadata(HttpExchange exchange, String value) throws IOException {
        boolean withToken = "a-token".equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"));
        answer(exchange, withToken ? 200 : 401, withToken ? value : "");
    }

    /** As the presigned URL of a wait condition: a PUT that was signed without a content type. */
    private void takeSignal(HttpExchange exchange) throws IOException {
        boolean right = exchange.getRequestMethod().equals("PUT")
                && exchange.getRequestURI().getQuery().equals("signature=abc")
                && exchange.getRequestHeaders().getFirst("Content-Type") == null;
        if (right) {
            signals.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
        }
        answer(exchange, right ? 200 : 403, "");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
