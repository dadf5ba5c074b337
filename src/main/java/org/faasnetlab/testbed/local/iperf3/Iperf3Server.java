package org.faasnetlab.testbed.local.iperf3;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.testbed.local.process.ProcessStarter;

/** One iperf3 server process, which serves one client at a time. */
final class Iperf3Server {
    private final int port;
    private final int reportMs;
    private final Path output;
    private final Process process;

    private Iperf3Server(int port, int reportMs, Path output, Process process) {
        this.port = port;
        this.reportMs = reportMs;
        this.output = output;
        this.process = process;
    }

    /**
     * Starts a server; it listens a moment later, see {@link #listening()}.
     *
     * @param reportMs interval in which it reports what it receives, in milliseconds; 0 to report totals only
     */
    static Iperf3Server start(
            LocalIperf3 program, InetAddress bind, int port, int reportMs, Path directory, ProcessStarter processes)
            throws IOException {
        Path output = directory.resolve("iperf3-" + port + ".log");
        Process process =
                processes.start(new ProcessBuilder(program.serverCommand(bind, String.valueOf(port), reportMs))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile()));
        return new Iperf3Server(port, reportMs, output, process);
    }

    int port() {
        return port;
    }

    int reportMs() {
        return reportMs;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Whether it has reported that it is listening. */
    boolean listening() throws IOException {
        return output().contains("Server listening");
    }

    /** Everything that it has printed since it started. */
    String output() throws IOException {
        return Files.readString(output);
    }

    Process process() {
        return process;
    }
}
