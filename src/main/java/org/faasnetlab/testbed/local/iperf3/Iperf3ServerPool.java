package org.faasnetlab.testbed.local.iperf3;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.local.process.ProcessStarter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The iperf3 servers of this computer. They are reused between trials, so that only the first trial waits for them; a
 * terminated server is restarted on its port before the next trial.
 */
public final class Iperf3ServerPool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Iperf3ServerPool.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(15);
    private static final long POLL_MS = 5;
    /** A free port may be taken by the time the server binds it; then another one is tried. */
    private static final int ATTEMPTS = 3;

    private final LocalIperf3 program;
    private final ServerPorts ports;
    private final Path directory;
    private final InetAddress bind;
    private final ProcessStarter processes;
    private final List<Iperf3Server> servers = new ArrayList<>();
    private boolean closed;

    /**
     * @param ports ports on which the servers may listen
     * @param directory an existing directory for the output of the servers
     */
    public Iperf3ServerPool(LocalIperf3 program, ServerPorts ports, Path directory, ProcessStarter processes) {
        this(program, ports, directory, processes, InetAddress.getLoopbackAddress());
    }

    /** @param bind the address on which the servers listen, where {@code processes} start */
    public Iperf3ServerPool(
            LocalIperf3 program, ServerPorts ports, Path directory, ProcessStarter processes, InetAddress bind) {
        this.bind = bind;
        this.program = program;
        this.ports = ports;
        this.directory = directory;
        this.processes = processes;
    }

    /** Returns the addresses of {@code count} listening servers; starts those that are not running yet. */
    public List<InetSocketAddress> listening(int count) throws LabException, InterruptedException {
        return listening(count, 0);
    }

    /**
     * As {@link #listening(int)}; servers that report otherwise are restarted on their ports.
     *
     * @param reportMs interval in which servers report what they receive, in milliseconds; 0 to report totals only
     */
    public synchronized List<InetSocketAddress> listening(int count, int reportMs)
            throws LabException, InterruptedException {
        processes.kill(servers.stream()
                .filter(server -> server.reportMs() != reportMs)
                .map(Iperf3Server::process)
                .toList());
        int port = 0;
        String why = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                startMissing(count, reportMs);
                Iperf3Server failed = awaitAll();
                if (failed == null) {
                    return addresses(count);
                }
                port = failed.port();
                why = failed.alive() ? "no response" : lastLine(failed.output());
            } catch (IOException e) {
                throw new LabException(
                        LabException.Kind.FAILED,
                        Phrase.of("Cannot start the iperf3 servers: {0}.", e.getMessage()),
                        Phrase.of(
                                "Use fewer functions, or raise the limits of open files (ulimit -n) and processes (ulimit -u)."),
                        e);
            }
            log.info("The iperf3 server on port {} did not start: {}", port, why);
        }
        throw new LabException(
                LabException.Kind.FAILED,
                Phrase.of("The iperf3 server on port {0} did not start: {1}.", port, why),
                Phrase.of("Run again. If the error persists, choose another port range."));
    }

    private void startMissing(int count, int reportMs) throws IOException, LabException {
        if (closed) {
            throw new IllegalStateException("the server pool is closed");
        }
        for (int i = 0; i < servers.size(); i++) {
            Iperf3Server server = servers.get(i);
            if (!server.alive()) {
                log.info("The iperf3 server on port {} has exited; restarting it", server.port());
                servers.set(i, Iperf3Server.start(program, bind, server.port(), reportMs, directory, processes));
            }
        }
        if (servers.size() < count) {
            var ours = servers.stream().map(Iperf3Server::port).collect(Collectors.toSet());
            for (int port : ports.free(count - servers.size(), ours)) {
                servers.add(Iperf3Server.start(program, bind, port, reportMs, directory, processes));
            }
        }
    }

    /** Waits until all servers listen; removes those that fail to, and returns one of the failed ones, or null. */
    private @Nullable Iperf3Server awaitAll() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        Iperf3Server failed = null;
        for (Iterator<Iperf3Server> all = servers.iterator(); all.hasNext(); ) {
            Iperf3Server server = all.next();
            while (!server.listening() && server.alive() && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MS);
            }
            if (!server.listening() || !server.alive()) {
                all.remove();
                processes.kill(List.of(server.process()));
                failed = server;
            }
        }
        return failed;
    }

    private List<InetSocketAddress> addresses(int count) {
        return servers.stream()
                .limit(count)
                .map(server -> new InetSocketAddress(bind, server.port()))
                .toList();
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .map(String::strip)
                .orElse("exited immediately");
    }

    /** Stops all servers. */
    @Override
    public synchronized void close() {
        closed = true;
        processes.kill(servers.stream().map(Iperf3Server::process).toList());
        servers.clear();
    }
}
