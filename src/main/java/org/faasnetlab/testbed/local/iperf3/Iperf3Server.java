package org.faasnetlab.testbed.local.iperf3;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.testbed.local.process.ProcessStarter;

/** One iperf3 server process, which serves one client at a time. */
final class Iperf3Server {
    private final int port;
    private final Path output;
    private final Process process;

    private Iperf3Server(int port, Path output, Process process) {
        this.port = port;
        this.output = output;
        this.process = process;
    }

    /** Starts a server; it listens a moment later, see {@link #listening()}. */
    static Iperf3Server start(LocalIperf3 program, InetAddress bind, int port, Path directory, ProcessStarter processes)
            throws IOException {
        Path output = directory.resolve("iperf3-" + port + ".log");
        Process process = processes.start(new ProcessBuilder(
                        program.path().toString(),
                        "-s",
                        "-B",
                        bind.getHostAddress(),
                        "-p",
                        String.valueOf(port),
                        // Disable the report every second, which would only make the file grow.
                        "-i",
                        "0",
                        // For a download only the server's output contains the processor time that it used.
                        "-V",
                        "--forceflush")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile()));
        return new Iperf3Server(port, output, process);
    }

    int port() {
        return port;
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
