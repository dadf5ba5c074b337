package org.faasnetlab.function.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.testing.function.FunctionProcess;
import org.faasnetlab.testing.function.FunctionRequests;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the S3 tasks over https, with a certificate that the function is configured to trust. */
@Timeout(120)
class S3OverTlsIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void anObjectIsFetchedOverTls() throws Exception {
        FunctionRecord last = fetch("ip:127.0.0.1");

        assertThat(last)
                .isInstanceOfSatisfying(
                        FunctionRecord.Finished.class,
                        finished -> assertThat(finished.receiverBytes()).isEqualTo(3_000_000));
    }

    @Test
    void aServerWithAnotherNameIsNotTrusted() throws Exception {
        FunctionRecord last = fetch("dns:elsewhere.example");

        assertThat(last)
                .isInstanceOfSatisfying(
                        FunctionRecord.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(FailureReason.CONNECT_FAILED));
    }

    private FunctionRecord fetch(String certifiedName) throws Exception {
        Path keys = folder.resolve("keys.p12");
        makeKeys(keys, certifiedName);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/object", exchange -> {
            exchange.sendResponseHeaders(206, 1_000_000);
            exchange.getResponseBody().write(new byte[1_000_000]);
            exchange.close();
        });
        server.start();
        Map<String, String> trust = Map.of(
                "JDK_JAVA_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + keys + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD);
        try (StubRuntimeApi api = new StubRuntimeApi();
                FunctionProcess function = FunctionProcess.start(api, trust)) {
            URI url = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/object");
            api.invoke(FunctionRequests.of(new S3GetTask(url, 3_000_000, 2, 1_000_000, 100)));
            return api.answer().last();
        } finally {
            server.stop(0);
        }
    }

    private static void makeKeys(Path keys, String certifiedName) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=server",
                        "-ext",
                        "san=" + certifiedName,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
