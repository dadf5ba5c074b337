package org.faasnetlab.testbed.local.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.testbed.local.process.ProcessStarter;

/**
 * The echo server on this computer, a process of its own, because pauses of this program would otherwise count as latency. It answers all
 * functions; only probes made with its key, which exists for as long as the process.
 */
public final class EchoServerProcess implements AutoCloseable {
    private static final String MAIN_CLASS = "org.faasnetlab.function.latency.EchoServer";
    private static final long START_TIMEOUT_SECONDS = 15;

    private final Process process;
    private final ProcessStarter processes;
    private final InetSocketAddress address;
    private final String key;

    private EchoServerProcess(Process process, ProcessStarter processes, InetSocketAddress address, String key) {
        this.process = process;
        this.processes = processes;
        this.address = address;
        this.key = key;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param functionCommand the command that starts a function; its last element is the main class
     * @throws LabException if it does not start
     */
    public static EchoServerProcess start(List<String> functionCommand, ProcessStarter processes)
            throws LabException, InterruptedException {
        return start(functionCommand, processes, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts an echo server and waits until it listens.
     *
     * @param bind the address on which it listens, where {@code processes} start
     */
    public static EchoServerProcess start(List<String> functionCommand, ProcessStarter processes, InetAddress bind)
            throws LabException, InterruptedException {
        List<String> command = new ArrayList<>(functionCommand.subList(0, functionCommand.size() - 1));
        command.add(MAIN_CLASS);
        command.add(bind.getHostAddress());
        String key = ProbeTarget.newKey(new SecureRandom());
        Process process = null;
        try {
            process = processes.start(new ProcessBuilder(command).redirectErrorStream(true));
            Writer input = process.outputWriter(StandardCharsets.US_ASCII);
            input.write(key + "\n");
            input.flush();
            int port = Integer.parseInt(firstLine(process));
            return new EchoServerProcess(process, processes, new InetSocketAddress(bind, port), key);
        } catch (IOException | NumberFormatException e) {
            if (process != null) {
                processes.kill(List.of(process));
            }
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("The echo server for latency probes did not start: {0}.", e.getMessage()),
                    Phrase.of("Try again, or measure without probes (probe=off)."),
                    e);
        }
    }

    private static String firstLine(Process process) throws IOException, InterruptedException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        line.complete(String.valueOf(lines.readLine()));
                    } catch (IOException e) {
                        line.completeExceptionally(e);
                    }
                },
                "echo-server-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return line.get(START_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + START_TIMEOUT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("its output cannot be read", e);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    public InetSocketAddress address() {
        return address;
    }

    /** The key of its probes, as hexadecimal text. */
    public String key() {
        return key;
    }

    @Override
    public void close() {
        processes.kill(List.of(process));
    }
}
