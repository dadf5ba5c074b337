package org.faasnetlab.function.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.protocol.task.LatencyTask;
import org.faasnetlab.testing.function.RealEchoServer;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The echo server of AWS's servers against the prober of functions, and against others. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class EchoScriptIT {
    private static final String KEY = "00112233445566778899aabbccddeeff";
    private static final String OTHER_KEY = "ff112233445566778899aabbccddeeff";
    private static final int RATE = 1_000;

    private static final long LAST_SESSION = -1;
    private static final int TIMEOUT_MS = 30_000;

    @TempDir
    private Path folder;

    @Test
    void functionsWithTheKeyInTheirEnvironmentGetAnswers() throws Exception {
        try (RealEchoServer server = server(RATE)) {
            FunctionRecord.Finished finished = run(new ProbeTarget("127.0.0.1", server.port(), null, 20, 100), KEY);

            assertThat(finished.metrics().get("probes_sent")).isBetween(25.0, 60.0);
            assertThat(finished.metrics().get("probes_lost")).isZero();
            assertThat(finished.probes().idle().count()).isPositive();
            assertThat(finished.probes().after().count()).isPositive();
            assertThat(finished.metrics().get("idle_rtt_p50_us")).isBetween(1.0, 500_000.0);
            assertThat(server.nextLine()).startsWith("Latency probes: {'answered': 1, ");
        }
    }

    @Test
    void anotherKeyGetsNoAnswer() throws Exception {
        try (RealEchoServer server = server(RATE)) {
            FunctionRecord.Finished finished =
                    run(new ProbeTarget("127.0.0.1", server.port(), null, 100, 0), OTHER_KEY);

            assertThat(finished.metrics().get("probe_loss")).isEqualTo(1);
        }
    }

    @Test
    void aFunctionWithoutKeyMeasuresWithoutProbes() throws Exception {
        FunctionRecord.Finished finished = run(new ProbeTarget("127.0.0.1", 9, null, 100, 0), null);

        assertThat(finished.durationMicros()).isEqualTo(1_000_000);
        assertThat(finished.metrics().get("probes_sent")).isZero();
    }

    @Test
    void everyProbeIsAnsweredOnceWithAsManyBytes() throws Exception {
        try (RealEchoServer server = server(RATE);
                DatagramSocket client = client(server)) {
            byte[] probe = probe(KEY, 7, 0);
            client.send(new DatagramPacket(probe, probe.length));
            DatagramPacket echo = new DatagramPacket(new byte[2_000], 2_000);
            client.receive(echo);

            assertThat(echo.getLength()).isEqualTo(probe.length);
            ProbeDatagram.Content content =
                    new ProbeDatagram(KEY).read(ByteBuffer.wrap(echo.getData(), 0, echo.getLength()));
            assertThat(content.echo()).isTrue();
            assertThat(content.session()).isEqualTo(7);
            assertThat(content.number()).isZero();
            assertThat(content.serverNanos()).isPositive();
            assertThat(answers(client, List.of(probe, probe, copy(echo), probe(KEY, 7, 1))))
                    .as("repeated, the echo itself, and the next")
                    .containsExactly(1);
        }
    }

    @Test
    void otherDatagramsGetNoAnswer() throws Exception {
        try (RealEchoServer server = server(RATE);
                DatagramSocket client = client(server)) {
            byte[] right = probe(KEY, 1, 0);
            byte[] changed = right.clone();
            changed[20]++;
            byte[] unsigned = right.clone();
            Arrays.fill(unsigned, 32, 48, (byte) 0);
            assertThat(answers(
                            client,
                            List.of(
                                    new byte[0],
                                    new byte[] {'F', 'N', 'L', 'P', 0},
                                    Arrays.copyOf(right, 32),
                                    Arrays.copyOf(right, 47),
                                    Arrays.copyOf(right, 49),
                                    Arrays.copyOf(right, 1_400),
                                    changed,
                                    unsigned,
                                    probe(OTHER_KEY, 1, 0),
                                    new byte[48],
                                    probe(KEY, 1, 5))))
                    .containsExactly(5);
        }
    }

    @Test
    void probesThatOvertakeOthersAreAnsweredToo() throws Exception {
        try (RealEchoServer server = server(RATE);
                DatagramSocket client = client(server)) {
            List<byte[]> sent = new ArrayList<>();
            for (int number : new int[] {10, 12, 11, 12, 10, 9, 1_000_000_000, 12, 999_999_999, 13}) {
                sent.add(probe(KEY, 3, number));
            }
            sent.add(probe(KEY, 4, 13));

            assertThat(answers(client, sent)).containsExactly(10, 12, 11, 9, 1_000_000_000, 999_999_999, 13);
        }
    }

    @Test
    void probesAboveTheRateGetNoAnswer() throws Exception {
        try (RealEchoServer server = server(1);
                DatagramSocket client = client(server)) {
            for (int number = 0; number < 300; number++) {
                byte[] probe = probe(KEY, 3, number);
                client.send(new DatagramPacket(probe, probe.length));
            }
            List<Integer> answered = new ArrayList<>();
            client.setSoTimeout(1_500);
            try {
                while (true) {
                    answered.add(receive(client).number());
                }
            } catch (SocketTimeoutException e) {
                assertThat(answered)
                        .as("four together, and one more in each second that sending takes")
                        .hasSizeBetween(4, 40)
                        .startsWith(0, 1, 2, 3);
            }
        }
    }

    @Test
    void withoutAKeyItDoesNotStart() throws Exception {
        ProcessBuilder command = RealEchoServer.command(folder, "0011", "127.0.0.1", 0, RATE);

        ExternalTools.Output output = ExternalTools.run(command);

        assertThat(output.status()).isEqualTo(1);
        assertThat(output.text()).isEqualTo("The echo server failed: the key is shorter than 16 bytes\n");
    }

    private RealEchoServer server(int probesPerSecond) throws IOException {
        return RealEchoServer.start(folder, KEY, "127.0.0.1", 0, probesPerSecond);
    }

    private static DatagramSocket client(RealEchoServer server) throws IOException {
        DatagramSocket client = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        client.connect(InetAddress.getByName("127.0.0.1"), server.port());
        client.setSoTimeout(TIMEOUT_MS);
        return client;
    }

    private static byte[] probe(String key, long session, int number) {
        ByteBuffer buffer = ByteBuffer.allocate(ProbeDatagram.BYTES);
        new ProbeDatagram(key).write(new ProbeDatagram.Content(false, session, number, 0), buffer);
        return buffer.array();
    }

    private static byte[] copy(DatagramPacket packet) {
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /** The numbers in the echoes, in the order of their arrival, of all that was sent: the server answers one after the other. */
    private static List<Integer> answers(DatagramSocket client, List<byte[]> sent) throws IOException {
        for (byte[] datagram : sent) {
            client.send(new DatagramPacket(datagram, datagram.length));
        }
        byte[] last = probe(KEY, LAST_SESSION, 0);
        client.send(new DatagramPacket(last, last.length));
        List<Integer> numbers = new ArrayList<>();
        ProbeDatagram.Content content = receive(client);
        while (content.session() != LAST_SESSION) {
            numbers.add(content.number());
            content = receive(client);
        }
        return numbers;
    }

    private static ProbeDatagram.Content receive(DatagramSocket client) throws IOException {
        DatagramPacket echo = new DatagramPacket(new byte[2_000], 2_000);
        client.receive(echo);
        return new ProbeDatagram(KEY).read(ByteBuffer.wrap(echo.getData(), 0, echo.getLength()));
    }

    private static FunctionRecord.Finished run(ProbeTarget target, String environmentKey) throws Exception {
        StopSignal stop = new StopSignal();
        TrialClock clock =
                new TrialClock(TimeSource.system(), TimeSource.system().epochMicros() / 1000 + target.idleMs());
        TaskContext context = new TaskContext(record -> {}, stop, clock);
        try (Job job = new ProbedJob(LatencyJob.TYPE.prepare(new LatencyTask(1, 100)), target, environmentKey)) {
            job.warmUp();
            job.beforeStart(context);
            stop.await(target.idleMs() * 1_000_000L);
            return job.run(context);
        }
    }
}
