package org.faasnetlab.testing.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port of loopback behind which a server can be reached by TCP, and that drops all datagrams, like a firewall. */
public final class TcpOnlyNetwork implements AutoCloseable {
    private final ServerSocket listening;
    private final DatagramSocket dropping;
    private final int server;
    private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();

    /** @param server the port of the server on loopback */
    public TcpOnlyNetwork(int server) throws IOException {
        this.server = server;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        // Bound but never read, so that senders get no rejection either.
        dropping = new DatagramSocket(new InetSocketAddress(listening.getInetAddress(), port()));
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket onward = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(client);
                sockets.add(onward);
                start(() -> copy(client, onward));
                start(() -> copy(onward, client));
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end has reset its connection; the other sees the end of it.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-only");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        dropping.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
