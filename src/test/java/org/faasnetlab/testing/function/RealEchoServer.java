package org.faasnetlab.testing.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.testing.process.ExternalTools;

/** The echo server of servers on AWS, which is a Python script, on a loopback address. */
public final class RealEchoServer implements AutoCloseable {
    private static final Path SCRIPT = Path.of("server-scripts", "echo.py");

    private final Process process;
    private final int port;

    private RealEchoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A command that starts the server with the key in a folder, as its service does. */
    public static ProcessBuilder command(Path folder, String key, String address, int port, int probesPerSecond)
            throws IOException {
        Files.writeString(folder.resolve("probe-key"), key);
        ProcessBuilder command = new ProcessBuilder(List.of(
                ExternalTools.require("python3").toString(),
                "-uIS",
                SCRIPT.toString(),
                address,
                Integer.toString(port),
                Integer.toString(probesPerSecond)));
        command.environment().put("CREDENTIALS_DIRECTORY", folder.toString());
        return command.redirectErrorStream(true);
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param folder for its key
     * @param port 0 for a free one
     */
    public static RealEchoServer start(Path folder, String key, String address, int port, int probesPerSecond)
            throws IOException {
        Process process = command(folder, key, address, port, probesPerSecond).start();
        BufferedReader lines = process.inputReader();
        String first = lines.readLine();
        if (first == null || !first.matches("Answering latency probes on UDP port [0-9]+")) {
            process.destroyForcibly();
            throw new IOException("the echo server did not start: " + first);
        }
        return new RealEchoServer(process, Integer.parseInt(first.replaceFirst(".* ", "")));
    }

    public int port() {
        return port;
    }

    /** The next line that it prints. */
    public String nextLine() throws IOException {
        return process.inputReader().readLine();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
