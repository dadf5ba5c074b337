package org.faasnetlab.testbed.local.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayedDatagramsTest {
    private static final int DATAGRAMS = 40;

    @Test
    void datagramsPassInBothDirections() throws Exception {
        assertThat(received(RelayedDatagrams.Path.PERFECT)).hasSize(DATAGRAMS).isSorted();
    }

    @Test
    void lostDatagramsAreMissing() throws Exception {
        List<Integer> received = received((datagram, next) -> {
            if (datagram.get(0) % 4 != 1) {
                next.send(datagram);
            }
        });

        assertThat(received).hasSize(DATAGRAMS - 10).noneMatch(number -> number % 4 == 1);
    }

    @Test
    void reorderedDatagramsArriveInTheirNewOrder() throws Exception {
        ByteBuffer held = ByteBuffer.allocate(1);

        List<Integer> received = received((datagram, next) -> {
            if (datagram.get(0) % 2 == 0) {
                held.clear().put(datagram.get(0)).flip();
            } else {
                next.send(datagram);
                next.send(held);
            }
        });

        assertThat(received).hasSize(DATAGRAMS).startsWith(1, 0, 3, 2);
    }

    /** The numbers that come back when each datagram is answered by the target. */
    private static List<Integer> received(RelayedDatagrams.Path path) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Shaper open = new Shaper(null, List.of(), 1448, Timing.SYSTEM);
        try (DatagramSocket target = new DatagramSocket(0, loopback);
                DatagramSocket function = new DatagramSocket(0, loopback);
                RelayedDatagrams relay = new RelayedDatagrams(
                        0, new InetSocketAddress(loopback, target.getLocalPort()), open, open, path)) {
            relay.start();
            for (int number = 0; number < DATAGRAMS; number++) {
                function.send(new DatagramPacket(new byte[] {(byte) number}, 1, relay.address()));
            }
            for (int number : drain(target, function)) {
                assertThat(number).isBetween(0, DATAGRAMS - 1);
            }
            return drain(function, null);
        }
    }

    /** Receives until nothing comes any more, and sends each datagram back to where it came from if wanted. */
    private static List<Integer> drain(DatagramSocket socket, DatagramSocket answersTo) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        socket.setSoTimeout(200);
        DatagramPacket packet = new DatagramPacket(new byte[8], 8);
        try {
            while (true) {
                socket.receive(packet);
                numbers.add((int) packet.getData()[0]);
                if (answersTo != null) {
                    socket.send(packet);
                }
            }
        } catch (SocketTimeoutException e) {
            return numbers;
        }
    }
}
