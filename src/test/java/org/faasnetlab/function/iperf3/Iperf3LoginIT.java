package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.testing.function.FunctionProcess;
import org.faasnetlab.testing.function.FunctionRequests;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs a function against an iperf3 server that requires user and password. */
@Timeout(120)
class Iperf3LoginIT {
    private static final String USER = "faasnetlab";
    private static final String PASSWORD = "a-password-of-a-test";

    @TempDir
    private Path folder;

    private String publicKey;
    private Path privateKey;
    private Path users;

    @BeforeEach
    void makeKeyAndUser() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        String pem = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPrivate().getEncoded());
        privateKey = Files.writeString(
                folder.resolve("private.pem"), "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(("{" + USER + "}" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        users = Files.writeString(
                folder.resolve("users.csv"), USER + "," + HexFormat.of().formatHex(hash) + "\n");
    }

    @Test
    void theFunctionLogsInWithThePasswordOfItsEnvironment() throws Exception {
        StubRuntimeApi.Answer answer = measureWith(PASSWORD);

        assertThat(answer.last())
                .isInstanceOfSatisfying(
                        FunctionRecord.Finished.class,
                        finished -> assertThat(finished.receiverBytes()).isPositive());
        assertThat(answer.records().toString()).doesNotContain(PASSWORD);
    }

    @Test
    void aWrongPasswordIsAFailureWithoutSample() throws Exception {
        StubRuntimeApi.Answer answer = measureWith("wrong-password");

        assertThat(answer.records(FunctionRecord.Measured.class)).isEmpty();
        assertThat(answer.last()).isInstanceOfSatisfying(FunctionRecord.Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(FailureReason.BAD_REQUEST);
            assertThat(failed.message()).contains("authorization failed").doesNotContain("wrong-password");
            assertThat(failed.retryable()).isFalse();
        });
    }

    private StubRuntimeApi.Answer measureWith(String password) throws IOException, InterruptedException {
        try (StubRuntimeApi api = new StubRuntimeApi();
                RealIperf3Server server = RealIperf3Server.start(
                        RealIperf3Server.freePort(),
                        "--rsa-private-key-path",
                        privateKey.toString(),
                        "--authorized-users-path",
                        users.toString());
                FunctionProcess function =
                        FunctionProcess.start(api, Map.of("IPERF3_PASSWORD", password, "TMPDIR", folder.toString()))) {
            Task test = new Iperf3Task(
                    "127.0.0.1",
                    server.port(),
                    Direction.DOWNLOAD,
                    1,
                    1,
                    100,
                    0,
                    null,
                    null,
                    null,
                    new Iperf3Task.Login(USER, publicKey));
            api.invoke(FunctionRequests.of(test));
            return api.answer();
        }
    }
}
