package org.faasnetlab.function.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Returns every probe that was made with its key to its sender, and ignores everything else. */
public final class EchoServer implements AutoCloseable {
    private final DatagramChannel channel;
    private final ProbeDatagram datagram;

    /**
     * Opens the port.
     *
     * @param address port 0 means any free one
     * @param key hexadecimal text
     */
    EchoServer(InetSocketAddress address, String key) throws IOException {
        datagram = new ProbeDatagram(key);
        channel = DatagramChannel.open();
        try {
            channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * A program of the testbed on this computer. The argument is the address to listen on. It reads the key from the first line of
     * standard input, prints its port, and exits when standard input is closed: with the program that started it.
     */
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        String key = input.readLine();
        if (args.length != 1 || key == null) {
            throw new IllegalArgumentException("usage: EchoServer ADDRESS, with the key on standard input");
        }
        try (EchoServer server = new EchoServer(new InetSocketAddress(InetAddress.getByName(args[0]), 0), key)) {
            Thread echo = new Thread(server::serve, "echo");
            echo.setDaemon(true);
            echo.start();
            System.out.println(server.port());
            while (input.readLine() != null) {
                // Wait for the end of the program that started this one.
            }
        }
    }

    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** Answers until it is closed. */
    void serve() {
        ByteBuffer received = ByteBuffer.allocate(ProbeDatagram.BYTES + 1);
        ByteBuffer answer = ByteBuffer.allocate(ProbeDatagram.BYTES);
        try {
            while (true) {
                received.clear();
                SocketAddress sender = channel.receive(received);
                long now = System.nanoTime();
                ProbeDatagram.@Nullable Content probe = datagram.read(received.flip());
                if (probe != null && !probe.echo()) {
                    datagram.write(new ProbeDatagram.Content(true, probe.session(), probe.number(), now), answer);
                    channel.send(answer, sender);
                }
            }
        } catch (ClosedChannelException e) {
            // The normal end.
        } catch (IOException e) {
            System.err.println("The echo server stopped: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
