package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.function.iperf3.Iperf3JobType;
import org.faasnetlab.function.iperf3.UdpJobType;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TimeSource;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A relay loses and reorders known datagrams of a real iperf3 test, and each of them is counted. */
@Timeout(60)
class InjectedLossIT {
    private static final int BYTES = 1000;

    /** Ends well before the test, because nobody knows of datagrams that are lost after the last that arrives. */
    private static final int INJECTED_UNTIL = 700;

    @TempDir
    private Path folder;

    private final List<Interval> intervals = new ArrayList<>();

    /** Loses every 50th datagram, and sends every 100th after its successor. */
    private static final class Injection implements RelayedDatagrams.Path {
        private final ByteBuffer held = ByteBuffer.allocate(BYTES);
        private int number;
        private int lost;
        private int reordered;

        @Override
        public void pass(ByteBuffer datagram, RelayedDatagrams.Sending next) throws IOException {
            boolean handshake = datagram.remaining() < BYTES;
            number += handshake ? 0 : 1;
            if (!handshake && number < INJECTED_UNTIL && number % 50 == 7) {
                lost++;
            } else if (!handshake && number < INJECTED_UNTIL && number % 100 == 20) {
                held.clear().put(datagram).flip();
                reordered++;
            } else {
                next.send(datagram);
                if (held.position() < held.limit() && number % 100 == 21) {
                    next.send(held);
                }
            }
        }
    }

    /** The same port for datagrams and connections; a port that is free for one may be in use for the other. */
    private record Ports(ServerSocket connections, RelayedDatagrams datagrams) implements AutoCloseable {
        private static final int ATTEMPTS = 20;

        interface Datagrams {
            RelayedDatagrams open() throws IOException;
        }

        static Ports open(Datagrams datagrams) throws IOException {
            for (int attempt = 1; ; attempt++) {
                RelayedDatagrams opened = datagrams.open();
                try {
                    int port = opened.address().getPort();
                    return new Ports(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), opened);
                } catch (BindException e) {
                    opened.close();
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        @Override
        public void close() throws IOException {
            connections.close();
            datagrams.close();
        }
    }

    @Test
    void everyLostAndReorderedDatagramIsCounted() throws Exception {
        ExternalTools.require("iperf3");
        Injection injection = new Injection();
        Shaper open = new Shaper(null, List.of(), 1448, Timing.SYSTEM);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        FunctionRecord.Finished totals;
        try (RealIperf3Server server = RealIperf3Server.start(RealIperf3Server.freePort(), "-i", "0.1");
                Ports ports = Ports.open(() -> new RelayedDatagrams(
                        0, new InetSocketAddress(loopback, server.port()), open, open, injection))) {
            ports.datagrams().start();
            inBackground(() -> relay(ports.connections(), server.port()));
            totals = upload(ports.connections().getLocalPort());
        }

        assertThat(injection.lost).isEqualTo(14);
        assertThat(injection.reordered).isEqualTo(7);
        assertThat(totals.metrics().get("udp_lost")).isEqualTo(injection.lost);
        assertThat(totals.metrics().get("udp_reordered")).isEqualTo(injection.reordered);
        double arrived = intervals.stream().mapToLong(Interval::bytes).sum() / (double) BYTES;
        assertThat(arrived).isEqualTo(totals.metrics().get("udp_datagrams") - injection.lost);
        // The last datagrams can pass the relay after the receiver has ended, which knows only of those before.
        assertThat(arrived).isBetween((double) INJECTED_UNTIL, (double) injection.number - injection.lost);
    }

    /** 1,000 datagrams in a second. */
    private FunctionRecord.Finished upload(int port) throws Exception {
        UdpTask task = new UdpTask("127.0.0.1", port, Direction.UPLOAD, 1, 100, 8_000_000, BYTES);
        try (Job job =
                new UdpJobType(new Iperf3JobType("iperf3", List.of(), folder, new ChildProcesses())).prepare(task)) {
            return job.run(new TaskContext(
                    sent -> {
                        if (sent instanceof FunctionRecord.Measured measured) {
                            intervals.add(measured.interval());
                        }
                    },
                    new StopSignal(),
                    new TrialClock(TimeSource.system(), System.currentTimeMillis())));
        }
    }

    /** The TCP connection of the test, on the port of its datagrams. */
    private static void relay(ServerSocket listening, int port) throws IOException {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        inBackground(() -> copy(client, server));
        copy(server, client);
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One end closes the connection while the other still reads: the test is over.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
