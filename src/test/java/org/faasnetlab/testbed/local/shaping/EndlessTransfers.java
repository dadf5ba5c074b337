package org.faasnetlab.testbed.local.shaping;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Transfers of several functions that all last until the end of the test, so that their rates are those of the same time.
 * Processes that start one after the other on a busy computer would each have the link to themselves for a while.
 */
final class EndlessTransfers implements AutoCloseable {
    private static final int BLOCK = 16 * 1024;

    private final boolean download;
    private final List<ServerSocket> servers = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicLongArray received;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    EndlessTransfers(int functions, boolean download) throws IOException {
        this.download = download;
        this.received = new AtomicLongArray(functions);
        for (int i = 0; i < functions; i++) {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            servers.add(server);
            int function = i;
            threads.execute(() -> accept(server, function));
        }
    }

    List<InetSocketAddress> servers() {
        return servers.stream()
                .map(server -> new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()))
                .toList();
    }

    void start(int function, InetSocketAddress address, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            Socket socket = new Socket(address.getAddress(), address.getPort());
            transfer(socket, function, !download);
        }
    }

    private void accept(ServerSocket server, int function) {
        try {
            while (true) {
                transfer(server.accept(), function, download);
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void transfer(Socket socket, int function, boolean sends) {
        synchronized (sockets) {
            sockets.add(socket);
        }
        threads.execute(() -> {
            try {
                if (sends) {
                    send(socket.getOutputStream());
                } else {
                    receive(socket.getInputStream(), function);
                }
            } catch (IOException closed) {
                // The end of the test.
            }
        });
    }

    private static void send(OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        while (true) {
            out.write(block);
        }
    }

    private void receive(InputStream in, int function) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            received.addAndGet(function, count);
        }
    }

    /** The mean rate of each function over the same seconds, after all of them transfer. */
    double[] megabitsOfEach(int seconds) throws InterruptedException {
        while (received().contains(0L)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.SECONDS.sleep(1);
        long begun = System.nanoTime();
        List<Long> before = received();
        TimeUnit.SECONDS.sleep(seconds);
        List<Long> after = received();
        double micros = (System.nanoTime() - begun) / 1e3;
        double[] megabits = new double[before.size()];
        for (int i = 0; i < megabits.length; i++) {
            megabits[i] = (after.get(i) - before.get(i)) * 8 / micros;
        }
        return megabits;
    }

    private List<Long> received() {
        List<Long> bytes = new ArrayList<>();
        for (int i = 0; i < received.length(); i++) {
            bytes.add(received.get(i));
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        threads.shutdownNow();
    }
}
