package org.faasnetlab.testing.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An iperf3 server on a free loopback port. */
public final class RealIperf3Server implements AutoCloseable {
    private final Process process;
    private final int port;

    private RealIperf3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static RealIperf3Server start() throws IOException {
        return start(freePort());
    }

    public static RealIperf3Server start(int port, String... options) throws IOException {
        return start("127.0.0.1", port, options);
    }

    /** @param address a loopback address; on Linux any of 127.0.0.0/8 */
    public static RealIperf3Server start(String address, int port, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("iperf3", "-s", "-B", address, "-p", String.valueOf(port), "--forceflush", "-V"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains("listening")) {
            line = lines.readLine();
        }
        Thread drain = new Thread(() -> drain(lines), "iperf3-server-output");
        drain.setDaemon(true);
        drain.start();
        if (line == null) {
            throw new IOException("the iperf3 server did not start");
        }
        return new RealIperf3Server(process, port);
    }

    private static void drain(BufferedReader lines) {
        try (lines) {
            while (lines.readLine() != null) {
                // read the output so that the server does not block on a full pipe
            }
        } catch (IOException closed) {
            // the server was stopped
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
